/** JSON Web Tokens, see {@link org.hirundo.crypto.jwt.NimbusJwtVerifier}. */
@NullMarked
package org.hirundo.crypto.jwt;

import org.jspecify.annotations.NullMarked;
