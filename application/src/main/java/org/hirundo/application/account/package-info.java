/**
 * Accounts: to register, change the password, deactivate; and what the server can do for a user.
 *
 * <p>Read {@link org.hirundo.application.account.RegisterAccount} and {@link
 * org.hirundo.application.account.DeactivateAccount}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#legacy-account-registration">Account registration</a>
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#legacy-account-management">Account management</a>
 */
@NullMarked
package org.hirundo.application.account;

import org.jspecify.annotations.NullMarked;
