/**
 * The rules of the layout, checked on the compiled classes of all modules: layers point down, adapters do not know each
 * other, and what a module may use is what its place allows.
 *
 * <p>One class per subject, with the rule, the test that the product keeps it, and the test that somebody who breaks it is
 * noticed. Those who break rules are in the packages named {@code counterexample}, each where its likes would be. Read {@link
 * org.hirundo.architecture.Layer} and {@link org.hirundo.architecture.Rules} first.
 */
@NullMarked
package org.hirundo.architecture;

import org.jspecify.annotations.NullMarked;
