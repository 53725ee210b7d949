/** What every storage guarantees of account data. */
@NullMarked
package org.hirundo.contract.accountdata;

import org.jspecify.annotations.NullMarked;
