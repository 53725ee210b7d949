/** What every storage guarantees of pushers. */
@NullMarked
package org.hirundo.contract.push;

import org.jspecify.annotations.NullMarked;
