/**
 * What others call: the Matrix APIs as Jakarta REST resources, one for each file of the specification.
 *
 * <p>A resource parses, calls a use case and answers. What an error means is decided further in; only here does it become
 * a status and an {@code errcode}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/">Client-server API</a>
 * @see <a href="https://spec.matrix.org/v1.19/server-server-api/">Server-server API</a>
 */
@NullMarked
package org.hirundo.rest;

import org.jspecify.annotations.NullMarked;
