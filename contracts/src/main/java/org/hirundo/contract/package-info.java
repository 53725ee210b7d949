/**
 * What every storage guarantees, as abstract test classes: a contract for each port, and the stories that use cases tell
 * on top of them.
 *
 * <p>A storage adapter extends all of them and supplies only the setup; it overrides and disables none. A port is done
 * when every adapter passes its contract.
 */
@NullMarked
package org.hirundo.contract;

import org.jspecify.annotations.NullMarked;
