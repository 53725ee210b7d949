/** What every store of delayed events guarantees. */
@NullMarked
package org.hirundo.contract.delayed;

import org.jspecify.annotations.NullMarked;
