/** Bytes on their way to where they are kept. Read {@link org.hirundo.media.incoming.Incoming}. */
@NullMarked
package org.hirundo.media.incoming;

import org.jspecify.annotations.NullMarked;
