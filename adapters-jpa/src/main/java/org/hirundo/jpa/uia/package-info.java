/** Sessions of user-interactive authentication in relational databases, see {@link org.hirundo.jpa.uia.JpaUiaStore}. */
@NullMarked
package org.hirundo.jpa.uia;

import org.jspecify.annotations.NullMarked;
