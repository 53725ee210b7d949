package org.hirundo.domain.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.receipt.Receipt.Placed;
import org.hirundo.domain.receipt.ReceiptThread.Rooted;
import org.junit.jupiter.api.Test;

class ReadUpToTest {

    private static final ReceiptThread UNTHREADED = ReceiptThread.unthreaded();
    private static final ReceiptThread MAIN = ReceiptThread.mainTimeline();
    private static final UserId ALICE = UserId.parse("@alice:example.org");
    private static final ReceiptThread THREAD_A = new Rooted(EventId.parse("$A"));
    private static final ReceiptThread THREAD_B = new Rooted(EventId.parse("$B"));

    /** The events of the example of the specification: A, B, C, … at the positions 1, 2, 3, …, in their threads. */
    private static final List<ReceiptThread> THREADS =
            List.of(MAIN, MAIN, THREAD_A, THREAD_B, THREAD_A, THREAD_B, THREAD_A, THREAD_A, MAIN);

    @Test
    void the_receipts_of_the_specification_cover_what_it_says() {
        assertThat(covered(placed(MAIN, "I"))).isEqualTo("ABI");
        assertThat(covered(placed(THREAD_A, "E"))).isEqualTo("CE");
        assertThat(covered(placed(UNTHREADED, "D"))).isEqualTo("ABCD");
        assertThat(covered(placed(MAIN, "A"))).isEqualTo("A");
    }

    @Test
    void receipts_add_up() {
        assertThat(covered(placed(UNTHREADED, "B"), placed(THREAD_A, "G"))).isEqualTo("ABCEG");
        assertThat(covered(placed(UNTHREADED, "H"), placed(THREAD_A, "C"))).isEqualTo("ABCDEFGH");
        assertThat(covered()).isEmpty();
    }

    @Test
    void of_public_and_private_receipts_the_one_further_ahead_counts() {
        var open = placed(UNTHREADED, "C");
        var secret = new Placed(
                new Receipt(ALICE, ReceiptType.READ_PRIVATE, UNTHREADED, EventId.parse("$x"), 1), position("A"));
        var further = new Placed(secret.receipt(), position("D"));

        assertThat(covered(open, secret)).isEqualTo("ABC");
        assertThat(covered(open, further)).isEqualTo("ABCD");
    }

    @Test
    void whoever_writes_in_a_thread_has_read_it() {
        assertThat(covered(ReadUpTo.NOTHING.with(THREAD_B, position("F")))).isEqualTo("DF");
    }

    @Test
    void a_receipt_takes_the_place_of_an_older_one_of_its_kind() {
        assertThat(placed(MAIN, "D").supersedes(placed(MAIN, "B"))).isTrue();
        assertThat(placed(MAIN, "B").supersedes(placed(MAIN, "D"))).isFalse();
        assertThat(placed(MAIN, "B").supersedes(placed(MAIN, "B"))).isFalse();
        assertThat(placed(UNTHREADED, "D").supersedes(placed(MAIN, "B"))).isFalse();
        assertThat(placed(THREAD_A, "D").supersedes(placed(THREAD_B, "B"))).isFalse();
        assertThat(new Placed(new Receipt(ALICE, ReceiptType.READ_PRIVATE, MAIN, EventId.parse("$x"), 1), 9)
                        .supersedes(placed(MAIN, "B")))
                .isFalse();
    }

    private static Placed placed(ReceiptThread thread, String event) {
        return new Placed(
                new Receipt(ALICE, ReceiptType.READ, thread, EventId.parse("$" + event), 1_661_384_801_651L),
                position(event));
    }

    private static int position(String event) {
        return event.charAt(0) - 'A' + 1;
    }

    private static String covered(Placed... receipts) {
        return covered(ReadUpTo.of(List.of(receipts)));
    }

    private static String covered(ReadUpTo readUpTo) {
        var covered = new StringBuilder();
        for (int i = 0; i < THREADS.size(); i++) {
            if (readUpTo.covers(THREADS.get(i), i + 1)) {
                covered.append((char) ('A' + i));
            }
        }
        return covered.toString();
    }
}
