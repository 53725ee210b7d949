/** Third-party identifiers in relational databases. Read {@link org.hirundo.jpa.threepid.JpaThreepidStore} first. */
@NullMarked
package org.hirundo.jpa.threepid;

import org.jspecify.annotations.NullMarked;
