/**
 * What is found under {@code /.well-known/matrix}: where the server is reached, and whom to ask for help; and the health check.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#server-discovery">Server discovery</a>
 */
@NullMarked
package org.hirundo.rest.wellknown;

import org.jspecify.annotations.NullMarked;
