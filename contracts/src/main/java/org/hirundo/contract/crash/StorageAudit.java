package org.hirundo.contract.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.hirundo.application.event.SendMessage;
import org.hirundo.application.port.Storage;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.timeline.ReadEvent;
import org.hirundo.contract.story.Server;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.room.Membership;

/** Holds a storage to what was acknowledged, all through its life. */
final class StorageAudit {

    private static final int REPEATED = 12;

    private final List<Acknowledgement> acknowledged = new ArrayList<>();

    /** More was acknowledged; what one user did is in its order. */
    void add(Collection<Acknowledgement> more) {
        acknowledged.addAll(more);
    }

    /** Looks for all of it. */
    void check(Storage storage, Random chance) {
        var events = storage.events().events(sent());
        assertThat(events.keySet()).containsAll(sent());
        var rooms = rooms(storage);
        var positions = new ArrayList<Long>();
        for (var room : rooms) {
            var timeline = new RoomAudit(storage, room).check();
            timeline.forEach(event -> positions.add(event.position().value()));
        }
        // Every change of the stream is an event here: no position is used twice, and none is left out.
        assertThat(positions)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, storage.stream().position().value())
                                .boxed()
                                .toList());
        acknowledged.forEach(done -> checkDone(storage, events, done));
        checkOrder(events);
        repeat(storage, chance);
    }

    private Set<EventId> sent() {
        return acknowledged.stream().flatMap(done -> done.event().stream()).collect(Collectors.toSet());
    }

    private static Set<RoomId> rooms(Storage storage) {
        var rooms = new HashSet<RoomId>();
        for (var user : DoomedServer.users()) {
            rooms.addAll(storage.memberships().roomsOf(Server.user(user).user()).keySet());
        }
        return rooms;
    }

    private static void checkDone(Storage storage, Map<EventId, StoredEvent> events, Acknowledgement done) {
        var user = Server.user(done.user()).user();
        done.event().map(events::get).ifPresent(found -> {
            assertThat(found.event().sender()).as("%s", done).isEqualTo(user);
            assertThat(found.event().roomId()).as("%s", done).isEqualTo(done.room());
        });
        switch (done.kind()) {
            case CREATED, JOINED ->
                assertThat(storage.memberships().find(done.room(), user))
                        .as("%s", done)
                        .hasValueSatisfying(membership ->
                                assertThat(membership.membership()).isEqualTo(Membership.JOIN));
            case SAID -> {
                var found = events.get(done.event().orElseThrow());
                var expected = found.redactedBy().isPresent() ? Optional.empty() : Optional.of(done.detail());
                assertThat(found.event().content().string("body"))
                        .as("%s", done)
                        .isEqualTo(expected);
            }
            case SET -> {
                var content = events.get(done.event().orElseThrow()).event().content();
                assertThat(content.string("name")
                                .or(() -> content.string("topic"))
                                .or(() -> content.string("colour")))
                        .as("%s", done)
                        .contains(done.detail());
            }
            case REDACTED ->
                assertThat(events.get(new EventId(done.detail())).redactedBy())
                        .as("%s", done)
                        .isEqualTo(done.event());
        }
    }

    /** Each user waited for one acknowledgement before doing the next thing. */
    private void checkOrder(Map<EventId, StoredEvent> events) {
        var byUser = new HashMap<String, List<Long>>();
        for (var done : acknowledged) {
            done.event().ifPresent(event -> byUser.computeIfAbsent(done.user(), user -> new ArrayList<>())
                    .add(events.get(event).position().value()));
        }
        assertThat(byUser).allSatisfy((user, positions) -> assertThat(positions).isSorted());
    }

    /** Clients that do not know whether they were heard say it again: that adds nothing, and they get the first answer. */
    private void repeat(Storage storage, Random chance) {
        var before = storage.stream().position();
        var said = acknowledged.stream()
                .filter(done -> done.kind() == Acknowledgement.Kind.SAID)
                .toList();
        try (var server = Server.on(storage)) {
            for (int number = 1; number <= Math.min(REPEATED, said.size()); number++) {
                // The newest ones, and some of all others.
                var done =
                        number <= REPEATED / 2 ? said.get(said.size() - number) : said.get(chance.nextInt(said.size()));
                var user = Server.user(done.user());
                var again = server.get(SendMessage.class).send(DoomedWriter.message(user, done.room(), done.detail()));
                assertThat(again).as("%s", done).isEqualTo(done.event().orElseThrow());
                assertThat(server.get(ReadEvent.class)
                                .read(user, done.room(), again)
                                .unsigned()
                                .string("transaction_id"))
                        .as("%s", done)
                        .contains(done.detail());
            }
        }
        assertThat(storage.stream().position()).isEqualTo(before);
    }
}
