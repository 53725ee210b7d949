/** What every storage guarantees of login tokens. Read {@link org.hirundo.contract.login.LoginTokenStoreContract}. */
@NullMarked
package org.hirundo.contract.login;

import org.jspecify.annotations.NullMarked;
