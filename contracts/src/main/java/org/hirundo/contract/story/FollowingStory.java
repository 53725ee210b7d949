package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.stream.Follower;
import org.hirundo.application.stream.Following;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.junit.jupiter.api.Test;

/** Who follows the stream misses nothing, whatever happens to the server. */
public abstract class FollowingStory extends SyncStory {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Writes down the messages that it is shown. */
    private static final class Diary implements Follower {

        private final boolean fromTheBeginning;
        private final AtomicInteger failures;
        private final List<StoredEvent> seen = new CopyOnWriteArrayList<>();

        Diary(boolean fromTheBeginning, int failures) {
            this.fromTheBeginning = fromTheBeginning;
            this.failures = new AtomicInteger(failures);
        }

        @Override
        public String name() {
            return "diary";
        }

        @Override
        public boolean fromTheBeginning() {
            return fromTheBeginning;
        }

        @Override
        public Duration pace() {
            return PATIENCE;
        }

        @Override
        public void follow(List<StoredEvent> events) {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("A story wants it so");
            }
            events.stream()
                    .filter(event -> event.event().isType(EventType.MESSAGE))
                    .forEach(seen::add);
        }

        List<EventId> messages() {
            return seen.stream().map(StoredEvent::id).toList();
        }
    }

    private Diary follows(Diary diary) {
        the(Following.class).start(diary);
        return diary;
    }

    private void hasCaughtUp(Diary diary) {
        assertThat(the(Following.class).caughtUp(diary, PATIENCE)).isTrue();
    }

    @Test
    void a_follower_sees_every_event_of_every_room_in_order() {
        var attic = created(aRoomOf(ALICE));
        var one = says(ALICE, attic, "one");
        var diary = follows(new Diary(true, 0));
        var two = says(ALICE, created(aRoomOf(ALICE)), "two");
        var three = says(ALICE, attic, "three");

        hasCaughtUp(diary);
        assertThat(diary.messages()).containsExactly(one, two, three);
    }

    @Test
    void one_that_begins_with_the_next_event_is_spared_what_was_before() {
        var room = created(aRoomOf(ALICE));
        says(ALICE, room, "before");
        var diary = follows(new Diary(false, 0));
        var after = says(ALICE, room, "after");

        hasCaughtUp(diary);
        assertThat(diary.messages()).containsExactly(after);
    }

    @Test
    void a_restart_goes_on_where_the_server_stopped() {
        var room = created(aRoomOf(ALICE));
        var before = follows(new Diary(false, 0));
        var one = says(ALICE, room, "one");
        hasCaughtUp(before);
        restart();
        var missed = says(ALICE, room, "nobody follows");
        var after = follows(new Diary(false, 0));
        var two = says(ALICE, room, "two");

        hasCaughtUp(after);
        assertThat(before.messages()).containsExactly(one);
        assertThat(after.messages()).containsExactly(missed, two);
    }

    @Test
    void more_than_a_batch_is_seen_whole_after_a_restart() {
        var room = created(aRoomOf(ALICE));
        var diary = new Diary(true, 0);
        int count = 250;
        for (int number = 0; number < count; number++) {
            says(ALICE, room, "number " + number);
        }
        restart();
        follows(diary);

        hasCaughtUp(diary);
        assertThat(diary.messages()).hasSize(count).doesNotHaveDuplicates();
    }

    @Test
    void one_that_fails_sees_the_same_again() {
        var room = created(aRoomOf(ALICE));
        var diary = follows(new Diary(false, 2));
        var one = says(ALICE, room, "one");
        var two = says(ALICE, room, "two");

        hasCaughtUp(diary);
        assertThat(diary.messages()).containsExactly(one, two);
    }

    @Test
    void what_was_redacted_meanwhile_is_seen_redacted() {
        var room = created(aRoomOf(ALICE));
        var oops = says(ALICE, room, "oops");
        redacts(ALICE, room, oops);
        var diary = follows(new Diary(true, 0));

        hasCaughtUp(diary);
        assertThat(diary.seen).singleElement().satisfies(event -> {
            assertThat(event.redactedBy()).isPresent();
            assertThat(event.event().content().isEmpty()).isTrue();
        });
    }
}
