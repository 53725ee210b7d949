/** The directory in which a server keeps what must never be lost: its keys, its secrets, its media and the embedded database. */
@NullMarked
package org.hirundo.bootstrap.data;

import org.jspecify.annotations.NullMarked;
