/**
 * The content repository: media that users upload and read.
 *
 * <p>Read {@link org.hirundo.application.media.UploadMedia} and {@link org.hirundo.application.media.DownloadMedia}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#content-repository">Content repository</a>
 */
@NullMarked
package org.hirundo.application.media;

import org.jspecify.annotations.NullMarked;
