/**
 * The refusals that end a request. Read {@link org.hirundo.domain.error.MatrixException} first.
 */
@NullMarked
package org.hirundo.domain.error;

import org.jspecify.annotations.NullMarked;
