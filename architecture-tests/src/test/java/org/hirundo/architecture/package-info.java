/**
 * The rules of the layout, checked on the compiled classes of all modules: layers point down, adapters do not know each
 * other, and what a module may use is what its place allows.
 *
 * <p>Each rule has a counter-example beside it that turns it red.
 */
@NullMarked
package org.hirundo.architecture;

import org.jspecify.annotations.NullMarked;
