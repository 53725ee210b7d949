/** What every storage guarantees of local accounts. Read {@link org.hirundo.contract.account.AccountStoreContract}. */
@NullMarked
package org.hirundo.contract.account;

import org.jspecify.annotations.NullMarked;
