/** Locks that more than one feature shares. Read {@link org.hirundo.application.lock.UserLocks}. */
@NullMarked
package org.hirundo.application.lock;

import org.jspecify.annotations.NullMarked;
