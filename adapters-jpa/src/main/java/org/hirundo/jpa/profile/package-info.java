/** Profiles in relational databases, see {@link org.hirundo.jpa.profile.JpaProfileStore}. */
@NullMarked
package org.hirundo.jpa.profile;

import org.jspecify.annotations.NullMarked;
