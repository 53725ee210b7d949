/** Memberships in relational databases. Read {@link org.hirundo.jpa.membership.JpaMembershipStore} first. */
@NullMarked
package org.hirundo.jpa.membership;

import org.jspecify.annotations.NullMarked;
