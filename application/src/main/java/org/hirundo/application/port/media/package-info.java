/**
 * Media: what is known of them, and their bytes. Read {@link org.hirundo.application.port.media.MediaStore} first.
 */
@NullMarked
package org.hirundo.application.port.media;

import org.jspecify.annotations.NullMarked;
