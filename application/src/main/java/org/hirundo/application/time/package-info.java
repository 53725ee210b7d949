/**
 * Doing things when it is time, beside {@link java.time.InstantSource}, which tells the time. Read {@link
 * org.hirundo.application.time.Alarms}.
 */
@NullMarked
package org.hirundo.application.time;

import org.jspecify.annotations.NullMarked;
