/**
 * Rate limits. Read {@link org.hirundo.application.limit.RateLimiter} and {@link org.hirundo.application.limit.Cost}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#rate-limiting">Rate limiting</a>
 */
@NullMarked
package org.hirundo.application.limit;

import org.jspecify.annotations.NullMarked;
