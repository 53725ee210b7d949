/** Identifiers. */
@NullMarked
package org.hirundo.domain.id;

import org.jspecify.annotations.NullMarked;
