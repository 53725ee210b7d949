/** Devices and tokens in relational databases. Read {@link org.hirundo.jpa.session.JpaSessionStore} for how sign-ins and exchanges of one device are kept apart. */
@NullMarked
package org.hirundo.jpa.session;

import org.jspecify.annotations.NullMarked;
