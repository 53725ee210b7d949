/**
 * Pages on which people do in a web browser what their clients do not know how to do.
 *
 * <p>Read {@link org.hirundo.rest.client.uia.FallbackResource} first.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#fallback">Fallback</a>
 */
@NullMarked
package org.hirundo.rest.client.uia;

import org.jspecify.annotations.NullMarked;
