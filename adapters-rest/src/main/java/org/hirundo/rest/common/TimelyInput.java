package org.hirundo.rest.common;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A body of which all must come in time. Sockets time out for each read alone at best, and whoever runs the resources lets none time
 * out at all; so a thread that waits too long is interrupted, which ends its connection when it is a virtual one. The time runs from
 * when this is made, but nobody is interrupted who is not reading.
 */
public final class TimelyInput extends InputStream {

    private static final ScheduledExecutorService ALARMS = alarms();

    private final InputStream body;
    private final BodyPatience patience;
    private final long start = System.nanoTime();
    private long bytes;

    /** The body, for which there is so much patience. */
    public TimelyInput(InputStream body, BodyPatience patience) {
        this.body = body;
        this.patience = patience;
    }

    private static ScheduledExecutorService alarms() {
        var executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("slow-bodies").factory());
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    private interface Reading {

        int read() throws IOException;
    }

    @Override
    public int read() throws IOException {
        return inTime(() -> {
            int read = body.read();
            bytes += read < 0 ? 0 : 1;
            return read;
        });
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        return inTime(() -> {
            int read = body.read(into, from, length);
            bytes += Math.max(0, read);
            return read;
        });
    }

    @Override
    public void close() throws IOException {
        body.close();
    }

    private int inTime(Reading reading) throws IOException {
        long left = patience.nanosFor(bytes) - (System.nanoTime() - start);
        if (left <= 0) {
            throw new SlowBody();
        }
        var watch = new Watch(Thread.currentThread());
        var alarm = ALARMS.schedule(watch::ring, left, TimeUnit.NANOSECONDS);
        try {
            return reading.read();
        } catch (IOException | RuntimeException failure) {
            if (watch.stop()) {
                throw new SlowBody();
            }
            throw failure;
        } finally {
            watch.stop();
            alarm.cancel(false);
        }
    }

    /** Interrupts a thread, unless it is stopped before. */
    private static final class Watch {

        private final Thread reader;
        private boolean rang;
        private boolean stopped;

        Watch(Thread reader) {
            this.reader = reader;
        }

        synchronized void ring() {
            if (!stopped) {
                rang = true;
                reader.interrupt();
            }
        }

        /** Whether it had rung; the reader, who asks, is no longer interrupted then. */
        synchronized boolean stop() {
            if (rang && !stopped) {
                Thread.interrupted();
            }
            stopped = true;
            return rang;
        }
    }
}
