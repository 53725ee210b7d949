/**
 * JMH benchmarks of the code that runs most. Each class measures one thing; {@link org.hirundo.benchmark.SignedRoom} makes the
 * events. Times are microseconds of one thread.
 */
@NullMarked
package org.hirundo.benchmark;

import org.jspecify.annotations.NullMarked;
