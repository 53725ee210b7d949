/**
 * The outbound ports: what the use cases need of the world.
 *
 * <p>A port is coarse: sets in, maps out, one call is one atomic unit, ranges of positions instead of page numbers. No
 * driver type, lazy object or open cursor crosses it. {@link org.hirundo.application.port.Storage} lists the ports that a
 * storage adapter implements; the contracts prove what each promises.
 */
@NullMarked
package org.hirundo.application.port;

import org.jspecify.annotations.NullMarked;
