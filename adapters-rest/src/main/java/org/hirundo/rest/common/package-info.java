/**
 * What every resource needs, solved once: who asks, bodies, identifiers in paths, errors, CORS, older paths.
 *
 * <p>Read {@link org.hirundo.rest.common.RequesterFilter}, {@link org.hirundo.rest.common.RequestBody} and {@link
 * org.hirundo.rest.common.ErrorMapper} first.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#api-standards">API standards</a>
 */
@NullMarked
package org.hirundo.rest.common;

import org.jspecify.annotations.NullMarked;
