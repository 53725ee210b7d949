/**
 * The bytes of the content repository, wherever they are kept, and the thumbnails made of them.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#content-repository">Content repository</a>
 */
@NullMarked
package org.hirundo.media;

import org.jspecify.annotations.NullMarked;
