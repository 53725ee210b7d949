/**
 * What all resources share: who calls, what the path and the body say, how answers and errors look. A resource takes values
 * that are right already and returns values; everything about HTTP that is the same everywhere is here. Read {@link
 * org.hirundo.rest.common.Authenticated}, {@link org.hirundo.rest.common.JsonBodyReader} and {@link
 * org.hirundo.rest.common.ErrorMapper} first.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#api-standards">API standards</a>
 */
@NullMarked
package org.hirundo.rest.common;

import org.jspecify.annotations.NullMarked;
