/** Tokens to sign in with once. Read {@link org.hirundo.mongo.login.MongoLoginTokenStore} first. */
@NullMarked
package org.hirundo.mongo.login;

import org.jspecify.annotations.NullMarked;
