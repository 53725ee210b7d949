/** Previews of links, see {@link org.hirundo.rest.client.preview.PreviewResource}. */
@NullMarked
package org.hirundo.rest.client.preview;

import org.jspecify.annotations.NullMarked;
