/**
 * The bytes of media as files of one folder. Read {@link org.hirundo.media.files.FileBlobs}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#content-repository">Content repository</a>
 */
@NullMarked
package org.hirundo.media.files;

import org.jspecify.annotations.NullMarked;
