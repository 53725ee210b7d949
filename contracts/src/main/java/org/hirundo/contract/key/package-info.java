/** What every storage guarantees of keys for end-to-end encryption. Read {@link org.hirundo.contract.key.OneTimeKeyStoreContract} first: it is the one where a mistake breaks conversations. */
@NullMarked
package org.hirundo.contract.key;

import org.jspecify.annotations.NullMarked;
