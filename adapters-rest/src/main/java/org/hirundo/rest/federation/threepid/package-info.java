/** What identity servers tell of third-party identifiers, on the paths of the server-server API. */
@NullMarked
package org.hirundo.rest.federation.threepid;

import org.jspecify.annotations.NullMarked;
