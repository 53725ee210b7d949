/** How push gateways are called, see {@link org.hirundo.remote.push.HttpPushGateway}. */
@NullMarked
package org.hirundo.remote.push;

import org.jspecify.annotations.NullMarked;
