/** Media: upload, download, thumbnails. */
@NullMarked
package org.hirundo.rest.client.media;

import org.jspecify.annotations.NullMarked;
