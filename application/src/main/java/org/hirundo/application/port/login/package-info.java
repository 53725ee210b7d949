/** Tokens to sign in with once. Read {@link org.hirundo.application.port.login.LoginTokenStore} first. */
@NullMarked
package org.hirundo.application.port.login;

import org.jspecify.annotations.NullMarked;
