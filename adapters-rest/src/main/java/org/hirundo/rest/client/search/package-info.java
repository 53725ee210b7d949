/** Searching in rooms. */
@NullMarked
package org.hirundo.rest.client.search;

import org.jspecify.annotations.NullMarked;
