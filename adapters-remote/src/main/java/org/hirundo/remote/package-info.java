/**
 * Every call this server makes to somebody else: other homeservers, push gateways, application services and identity
 * servers.
 *
 * <p>All of it goes through one client with one set of limits, and one guard that keeps requests made on behalf of
 * strangers out of private networks.
 *
 * @see <a href="https://spec.matrix.org/v1.19/server-server-api/">Server-server API</a>
 */
@NullMarked
package org.hirundo.remote;

import org.jspecify.annotations.NullMarked;
