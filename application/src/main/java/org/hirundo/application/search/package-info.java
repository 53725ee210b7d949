/**
 * Searching in rooms: {@link org.hirundo.application.search.SearchIndex} follows the stream and keeps the index, {@link
 * org.hirundo.application.search.SearchEvents} answers.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#server-side-search">Server side search</a>
 */
@NullMarked
package org.hirundo.application.search;

import org.jspecify.annotations.NullMarked;
