/**
 * Logging in and out, the legacy API. Read {@link org.hirundo.application.login.LogIn} and {@link
 * org.hirundo.application.login.PasswordCheck}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#legacy-login">Login</a>
 */
@NullMarked
package org.hirundo.application.login;

import org.jspecify.annotations.NullMarked;
