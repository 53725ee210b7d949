/**
 * The use cases of a homeserver, one final class each with one public method, and the ports through which they reach
 * storage, other servers and the rest of the world.
 *
 * <p>Nothing here knows HTTP, a database or Helidon. Features keep the names they have in the domain: what is about push
 * lives in {@code application.push}, its outbound ports in {@code application.port.push}.
 */
@NullMarked
package org.hirundo.application;

import org.jspecify.annotations.NullMarked;
