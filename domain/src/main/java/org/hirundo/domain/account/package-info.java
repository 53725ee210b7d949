/**
 * Accounts: which user ids can be registered, which passwords are accepted, and what access tokens look like.
 *
 * <p>Read {@link org.hirundo.domain.account.Username}, {@link org.hirundo.domain.account.PasswordPolicy} and {@link
 * org.hirundo.domain.account.SecretToken}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#legacy-account-registration">Account registration</a>
 * @see <a href="https://spec.matrix.org/v1.19/appendices/#user-identifiers">User identifiers</a>
 */
@NullMarked
package org.hirundo.domain.account;

import org.jspecify.annotations.NullMarked;
