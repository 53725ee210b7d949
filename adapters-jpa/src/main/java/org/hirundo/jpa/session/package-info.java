/** Devices and tokens in relational databases. Read {@link org.hirundo.jpa.session.JpaSessionStore} first. */
@NullMarked
package org.hirundo.jpa.session;

import org.jspecify.annotations.NullMarked;
