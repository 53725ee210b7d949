/**
 * Profiles of users. Read {@link org.hirundo.application.profile.SetProfileField}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#profiles">Profiles</a>
 */
@NullMarked
package org.hirundo.application.profile;

import org.jspecify.annotations.NullMarked;
