/**
 * The client-server API, one package per feature of the specification.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/">Client-server API</a>
 */
@NullMarked
package org.hirundo.rest.client;

import org.jspecify.annotations.NullMarked;
