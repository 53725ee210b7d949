/** Memberships in relational databases, see {@link org.hirundo.jpa.membership.JpaMembershipStore}. */
@NullMarked
package org.hirundo.jpa.membership;

import org.jspecify.annotations.NullMarked;
