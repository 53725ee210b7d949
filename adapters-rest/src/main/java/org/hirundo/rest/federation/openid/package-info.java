/** Proofs of who users are, on the paths of the server-server API. */
@NullMarked
package org.hirundo.rest.federation.openid;

import org.jspecify.annotations.NullMarked;
