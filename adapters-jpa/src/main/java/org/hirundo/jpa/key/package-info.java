/** Keys of devices and users in relational databases. Read {@link org.hirundo.jpa.key.JpaOneTimeKeyStore} for how no key is handed out twice. */
@NullMarked
package org.hirundo.jpa.key;

import org.jspecify.annotations.NullMarked;
