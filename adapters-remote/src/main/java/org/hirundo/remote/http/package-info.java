/**
 * The one client for calls to others, {@link org.hirundo.remote.http.Outbound}, with its limits and the guard that keeps it out
 * of private networks.
 */
@NullMarked
package org.hirundo.remote.http;

import org.jspecify.annotations.NullMarked;
