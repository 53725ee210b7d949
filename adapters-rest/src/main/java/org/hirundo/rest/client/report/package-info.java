/** Reports, on the paths of the client-server API, and on one of ours for administrators. */
@NullMarked
package org.hirundo.rest.client.report;

import org.jspecify.annotations.NullMarked;
