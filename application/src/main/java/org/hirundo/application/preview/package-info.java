/**
 * Previews of links: what a page says of itself, read by the server so that no client has to tell the page who looks at it. Read
 * {@link org.hirundo.application.preview.PreviewUrl}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv1mediapreview_url">GET
 *     /media/preview_url</a>
 */
@NullMarked
package org.hirundo.application.preview;

import org.jspecify.annotations.NullMarked;
