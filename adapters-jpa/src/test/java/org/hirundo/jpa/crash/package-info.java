/** What relational storages still have after a kill, with both providers in turn on the same data. */
@NullMarked
package org.hirundo.jpa.crash;

import org.jspecify.annotations.NullMarked;
