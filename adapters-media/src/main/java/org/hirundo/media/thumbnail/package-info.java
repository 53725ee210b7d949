/**
 * Thumbnails of pictures, made with nothing but Java. Read {@link org.hirundo.media.thumbnail.ImageIoThumbnailer}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#thumbnails">Thumbnails</a>
 */
@NullMarked
package org.hirundo.media.thumbnail;

import org.jspecify.annotations.NullMarked;
