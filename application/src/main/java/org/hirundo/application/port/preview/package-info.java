/**
 * Previews of links: reading what is linked, and remembering what was read. Read {@link
 * org.hirundo.application.port.preview.LinkReader} first.
 */
@NullMarked
package org.hirundo.application.port.preview;

import org.jspecify.annotations.NullMarked;
