/**
 * Real database servers for tests: PostgreSQL, MariaDB and MongoDB, each started once and stopped with the test run.
 *
 * <p>They listen on loopback only and need nothing but Maven; where a server is offered through the environment or by a
 * container engine, that one is used instead.
 */
@NullMarked
package org.hirundo.testdb;

import org.jspecify.annotations.NullMarked;
