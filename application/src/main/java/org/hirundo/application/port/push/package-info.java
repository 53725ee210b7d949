/**
 * Pushers and what waits to be pushed, see {@link org.hirundo.application.port.push.PushStore}, and how push gateways are spoken
 * to, see {@link org.hirundo.application.port.push.PushGateway}.
 */
@NullMarked
package org.hirundo.application.port.push;

import org.jspecify.annotations.NullMarked;
