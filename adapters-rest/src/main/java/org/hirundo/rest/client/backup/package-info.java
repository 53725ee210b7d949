/** Server-side key backups. */
@NullMarked
package org.hirundo.rest.client.backup;

import org.jspecify.annotations.NullMarked;
