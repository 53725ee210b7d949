/**
 * Spaces, the rooms whose content is other rooms. Read {@link org.hirundo.domain.space.SpaceChild} first.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#spaces">Spaces</a>
 */
@NullMarked
package org.hirundo.domain.space;

import org.jspecify.annotations.NullMarked;
