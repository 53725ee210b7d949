/** The choice of the storage: one of ours, or one that somebody put on the class path. */
@NullMarked
package org.hirundo.bootstrap.storage;

import org.jspecify.annotations.NullMarked;
