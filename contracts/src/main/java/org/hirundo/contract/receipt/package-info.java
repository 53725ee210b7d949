/** What every storage guarantees of read receipts. */
@NullMarked
package org.hirundo.contract.receipt;

import org.jspecify.annotations.NullMarked;
