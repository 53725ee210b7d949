/**
 * The refusals that end a request: what they mean, not the number they get. Read {@link
 * org.hirundo.domain.error.MatrixException} first.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#standard-error-response">Standard error response</a>
 */
@NullMarked
package org.hirundo.domain.error;

import org.jspecify.annotations.NullMarked;
