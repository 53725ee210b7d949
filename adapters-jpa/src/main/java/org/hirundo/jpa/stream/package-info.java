/** The one place where durable changes are written, see {@link org.hirundo.jpa.stream.JpaStreamStore}. */
@NullMarked
package org.hirundo.jpa.stream;

import org.jspecify.annotations.NullMarked;
