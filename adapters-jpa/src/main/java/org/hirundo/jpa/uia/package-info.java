/** Sessions of user-interactive authentication in relational databases. Read {@link org.hirundo.jpa.uia.JpaUiaStore} first. */
@NullMarked
package org.hirundo.jpa.uia;

import org.jspecify.annotations.NullMarked;
