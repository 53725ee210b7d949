/**
 * Media: what they say they are, how they are safely served, and which thumbnail answers which wish.
 *
 * <p>Read {@link org.hirundo.domain.media.ContentType}, {@link org.hirundo.domain.media.ContentDisposition} and {@link
 * org.hirundo.domain.media.ThumbnailSizes}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#content-repository">Content repository</a>
 */
@NullMarked
package org.hirundo.domain.media;

import org.jspecify.annotations.NullMarked;
