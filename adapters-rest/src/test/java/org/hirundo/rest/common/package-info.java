/** What all resources share, piece by piece; the whole of it over HTTP is tested where the server is put together. */
@NullMarked
package org.hirundo.rest.common;

import org.jspecify.annotations.NullMarked;
