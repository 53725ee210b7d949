/**
 * Links that are previewed. Read {@link org.hirundo.domain.preview.WebAddress}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv1mediapreview_url">GET
 *     /media/preview_url</a>
 */
@NullMarked
package org.hirundo.domain.preview;

import org.jspecify.annotations.NullMarked;
