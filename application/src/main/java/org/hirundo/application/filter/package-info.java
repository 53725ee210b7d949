/**
 * Filters that clients upload. Read {@link org.hirundo.application.filter.DefineFilter}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#filtering">Filtering</a>
 */
@NullMarked
package org.hirundo.application.filter;

import org.jspecify.annotations.NullMarked;
