/**
 * The whole server over HTTP: what it answers to requests that are right, wrong in every way, too many, or no requests at all.
 * Read {@link org.hirundo.bootstrap.http.RunningServer} and {@link org.hirundo.bootstrap.http.RequestSweepTest} first.
 */
@NullMarked
package org.hirundo.bootstrap.http;

import org.jspecify.annotations.NullMarked;
