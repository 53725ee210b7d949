/** What rooms show to users who are not in them, on the paths of the client-server API. */
@NullMarked
package org.hirundo.rest.client.space;

import org.jspecify.annotations.NullMarked;
