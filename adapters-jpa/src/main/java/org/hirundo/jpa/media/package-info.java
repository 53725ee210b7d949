/** What is known of media, in relational databases, see {@link org.hirundo.jpa.media.JpaMediaStore}. */
@NullMarked
package org.hirundo.jpa.media;

import org.jspecify.annotations.NullMarked;
