/**
 * Profiles of local users. Read {@link org.hirundo.application.port.profile.ProfileStore} first.
 */
@NullMarked
package org.hirundo.application.port.profile;

import org.jspecify.annotations.NullMarked;
