/**
 * What this server says it can do, before anybody has signed in.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#api-versions">API versions</a>
 */
@NullMarked
package org.hirundo.rest.client.versions;

import org.jspecify.annotations.NullMarked;
