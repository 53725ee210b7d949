/** What is known of media, in relational databases. Read {@link org.hirundo.jpa.media.JpaMediaStore} first. */
@NullMarked
package org.hirundo.jpa.media;

import org.jspecify.annotations.NullMarked;
