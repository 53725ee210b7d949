/** Tokens to sign in with once. Read {@link org.hirundo.jpa.login.JpaLoginTokenStore} first. */
@NullMarked
package org.hirundo.jpa.login;

import org.jspecify.annotations.NullMarked;
