/**
 * The server that speaks HTTP: Helidon, told what to serve and where, and stopped in order. Read {@link
 * org.hirundo.bootstrap.server.HirundoServer} first.
 */
@NullMarked
package org.hirundo.bootstrap.server;

import org.jspecify.annotations.NullMarked;
