/**
 * Filters that clients uploaded. Read {@link org.hirundo.application.port.filter.FilterStore} first.
 */
@NullMarked
package org.hirundo.application.port.filter;

import org.jspecify.annotations.NullMarked;
