package org.hirundo.rest.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TimelyInputTest {

    private static final BodyPatience NONE = new BodyPatience(Duration.ofMillis(1));
    private static final BodyPatience PLENTY = new BodyPatience(Duration.ofHours(1));

    /** One of which nothing ever comes. */
    private static final class Stalled extends InputStream {

        @Override
        public int read() throws IOException {
            try {
                new CountDownLatch(1).await();
                return -1;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }
    }

    @Test
    void what_comes_in_time_is_read_to_its_end() throws IOException {
        var body = new TimelyInput(new ByteArrayInputStream(new byte[] {1, 2, 3}), PLENTY);

        assertThat(body.read()).isEqualTo(1);
        assertThat(body.readAllBytes()).containsExactly(2, 3);
        assertThat(body.read()).isEqualTo(-1);
    }

    @Test
    void a_body_that_does_not_come_is_given_up_and_the_reader_is_not_interrupted_afterwards() {
        var body = new TimelyInput(new Stalled(), NONE);

        assertThatThrownBy(body::readAllBytes).isInstanceOf(SlowBody.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThatThrownBy(body::read).isInstanceOf(SlowBody.class);
    }

    @Test
    void nobody_waits_for_what_is_skipped_either() {
        var body = new TimelyInput(new Stalled(), NONE);

        assertThatThrownBy(() -> body.skipNBytes(10)).isInstanceOf(SlowBody.class);
    }

    @Test
    void the_more_came_the_longer_it_may_take() {
        assertThat(PLENTY.nanosFor(0)).isEqualTo(Duration.ofHours(1).toNanos());
        assertThat(PLENTY.nanosFor(16 * 1024))
                .isEqualTo(Duration.ofHours(1).plusSeconds(2).toNanos());
    }

    @Test
    void other_failures_are_what_they_are() {
        var body = new TimelyInput(
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("broken");
                    }
                },
                PLENTY);

        assertThatThrownBy(body::read).isInstanceOf(IOException.class).hasMessage("broken");
    }
}
