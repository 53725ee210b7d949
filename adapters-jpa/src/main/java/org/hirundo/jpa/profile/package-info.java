/** Profiles in relational databases. Read {@link org.hirundo.jpa.profile.JpaProfileStore} first. */
@NullMarked
package org.hirundo.jpa.profile;

import org.jspecify.annotations.NullMarked;
