/**
 * Searching in what was said, whatever the language: how texts are cut into the terms that an index holds, and whether a text
 * matches. Read {@link org.hirundo.domain.search.SearchText} and {@link org.hirundo.domain.search.SearchQuery} first.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#server-side-search">Server side search</a>
 */
@NullMarked
package org.hirundo.domain.search;

import org.jspecify.annotations.NullMarked;
