/** What every storage guarantees of devices and tokens. Read {@link org.hirundo.contract.session.SessionStoreContract} for what a sign-in does, and {@link org.hirundo.contract.session.TokenExchangeContract} for refresh tokens. */
@NullMarked
package org.hirundo.contract.session;

import org.jspecify.annotations.NullMarked;
