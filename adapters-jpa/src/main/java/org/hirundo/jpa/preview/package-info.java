/** Previews of links, in relational databases, see {@link org.hirundo.jpa.preview.JpaPreviewStore}. */
@NullMarked
package org.hirundo.jpa.preview;

import org.jspecify.annotations.NullMarked;
