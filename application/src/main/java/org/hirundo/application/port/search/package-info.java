/** The index of what can be searched, see {@link org.hirundo.application.port.search.SearchStore}. */
@NullMarked
package org.hirundo.application.port.search;

import org.jspecify.annotations.NullMarked;
