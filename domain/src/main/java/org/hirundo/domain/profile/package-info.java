/**
 * Profiles: display name, avatar, time zone and whatever else users tell of themselves.
 *
 * <p>Read {@link org.hirundo.domain.profile.ProfileField} and {@link org.hirundo.domain.profile.Profiles}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#profiles">Profiles</a>
 */
@NullMarked
package org.hirundo.domain.profile;

import org.jspecify.annotations.NullMarked;
