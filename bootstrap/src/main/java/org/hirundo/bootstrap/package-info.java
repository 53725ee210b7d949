/**
 * The server that runs: it reads the configuration, chooses the storage, wires all parts together, starts and stops
 * them.
 *
 * <p>This is the only module that knows Helidon.
 */
@NullMarked
package org.hirundo.bootstrap;

import org.jspecify.annotations.NullMarked;
