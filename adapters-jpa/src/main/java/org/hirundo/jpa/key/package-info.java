/** Keys for end-to-end encryption in relational databases. Read {@link org.hirundo.jpa.key.JpaOneTimeKeyStore} first. */
@NullMarked
package org.hirundo.jpa.key;

import org.jspecify.annotations.NullMarked;
