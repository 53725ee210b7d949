/** What every storage guarantees of user-interactive authentication. Read {@link org.hirundo.contract.uia.UiaStoreContract}. */
@NullMarked
package org.hirundo.contract.uia;

import org.jspecify.annotations.NullMarked;
