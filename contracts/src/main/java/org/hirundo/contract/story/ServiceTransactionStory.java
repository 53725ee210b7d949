package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.hirundo.application.appservice.transaction.PingService;
import org.hirundo.application.appservice.transaction.ServiceTransactions;
import org.hirundo.application.device.RenameDevice;
import org.hirundo.application.directory.CreateAlias;
import org.hirundo.application.e2ee.UploadKeys;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.presence.SetPresence;
import org.hirundo.application.session.Authenticate.Assertion;
import org.hirundo.application.session.Requester;
import org.hirundo.application.session.Sessions;
import org.hirundo.application.todevice.SendToDevice;
import org.hirundo.contract.story.FakeBridges.Delivery;
import org.hirundo.domain.appservice.Registration;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.ServiceBadStatus;
import org.hirundo.domain.error.UrlNotSet;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.presence.PresenceRequest;
import org.hirundo.domain.receipt.ReceiptThread;
import org.hirundo.domain.receipt.ReceiptType;
import org.junit.jupiter.api.Test;

/** What application services are told. */
public abstract class ServiceTransactionStory extends ServiceStory {

    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final DeviceId PHONE = new DeviceId("BRIDGED");

    private FakeBridges bridges() {
        return the(FakeBridges.class);
    }

    private void isTold() {
        try {
            the(ServiceTransactions.class).awaitQuiet();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What the service was told so far does not matter. */
    private int toldSoFar(Registration service) {
        isTold();
        return bridges().deliveries(service).size();
    }

    private List<Delivery> toldAfter(Registration service, int before) {
        isTold();
        var all = bridges().deliveries(service);
        return all.subList(before, all.size());
    }

    private List<JsonObject> listed(Registration service, int before, String name) {
        return toldAfter(service, before).stream()
                .flatMap(delivery -> delivery.list(name).stream())
                .toList();
    }

    private static List<String> ids(EventId... events) {
        return List.of(events).stream().map(EventId::value).toList();
    }

    private List<String> events(Registration service, int before) {
        return listed(service, before, "events").stream()
                .map(event -> event.string("event_id").orElseThrow())
                .toList();
    }

    /** A room of Alice's with a user of the service in it. */
    private RoomId bridged() {
        the(ServiceTransactions.class);
        var room = created(aPublicRoomOf(ALICE));
        joins(as(Bridges.IRC, "_bridge_dora"), room);
        return room;
    }

    @Test
    void what_is_said_where_its_users_are_is_told_in_order() {
        var room = bridged();
        int before = toldSoFar(Bridges.IRC);
        var one = says(ALICE, room, "one");
        var two = says(as(Bridges.IRC, "_bridge_dora"), room, "two");
        isTold();

        assertThat(events(Bridges.IRC, before)).isEqualTo(ids(one, two));
        var event = listed(Bridges.IRC, before, "events").getFirst();
        assertThat(event.string("room_id")).contains(room.value());
        assertThat(event.string("sender")).contains(ALICE.user().toString());
        assertThat(event.object("content").orElseThrow().string("body")).contains("one");
        assertThat(bridges().deliveries(Bridges.ECHO)).isEmpty();
        assertThat(bridges().deliveries(Bridges.SILENT)).isEmpty();
    }

    @Test
    void what_happened_before_its_users_came_or_after_they_left_is_not_told() {
        the(ServiceTransactions.class);
        var room = created(aPublicRoomOf(ALICE));
        says(ALICE, room, "before");
        var dora = as(Bridges.IRC, "_bridge_dora");
        isTold();
        bridges().isBroken(Bridges.IRC, true);
        says(ALICE, room, "still before");
        joins(dora, room);
        var during = says(ALICE, room, "during");
        leaves(dora, room);
        says(ALICE, room, "after");
        isTold();
        bridges().isBroken(Bridges.IRC, false);
        server().clock().pass(AN_HOUR);
        says(ALICE, room, "long after");

        var told = listed(Bridges.IRC, 0, "events");
        assertThat(told)
                .extracting(event -> event.string("type").orElseThrow())
                .containsExactly("m.room.member", "m.room.message", "m.room.member");
        assertThat(told.get(1).string("event_id")).contains(during.value());
        assertThat(told.get(2)
                        .object("unsigned")
                        .orElseThrow()
                        .object("prev_content")
                        .orElseThrow()
                        .string("membership"))
                .contains("join");
    }

    @Test
    void an_invitation_of_one_of_its_users_is_told_and_nothing_else_of_the_room() {
        the(ServiceTransactions.class);
        var room = created(aRoomOf(ALICE));
        var dora = as(Bridges.IRC, "_bridge_dora");
        says(ALICE, room, "before");
        invites(ALICE, room, dora);
        says(ALICE, room, "after");

        assertThat(listed(Bridges.IRC, 0, "events")).singleElement().satisfies(event -> {
            assertThat(event.string("type")).contains("m.room.member");
            assertThat(event.string("state_key")).contains(dora.user().toString());
        });
    }

    @Test
    void rooms_with_an_alias_of_the_service_are_told_whole() {
        the(ServiceTransactions.class);
        var room = created(aPublicRoomOf(ALICE));
        var named = new RoomAlias("_bridge_swallows", Server.NAME);
        the(CreateAlias.class).create(new CreateAlias.Create(as(Bridges.IRC), named, room));
        int before = toldSoFar(Bridges.IRC);
        var one = says(ALICE, room, "one");

        assertThat(events(Bridges.IRC, before)).isEqualTo(ids(one));
    }

    @Test
    void what_a_service_has_does_not_come_again_after_a_restart() {
        var room = bridged();
        var first = says(ALICE, room, "one");
        isTold();
        restart();
        the(ServiceTransactions.class);
        var second = says(ALICE, room, "two");
        isTold();

        assertThat(first).isNotEqualTo(second);
        assertThat(bridges().events(Bridges.IRC)).isEqualTo(ids(second));
    }

    @Test
    void a_service_that_fails_gets_the_same_again_until_it_has_it_and_then_the_rest() {
        var room = bridged();
        isTold();
        bridges().isBroken(Bridges.IRC, true);
        int before = bridges().attempts(Bridges.IRC).size();
        var one = says(ALICE, room, "one");
        isTold();
        var two = says(ALICE, room, "two");
        redacts(ALICE, room, one);
        server().clock().pass(Duration.ofSeconds(10));
        isTold();
        bridges().isBroken(Bridges.IRC, false);
        server().clock().pass(AN_HOUR);
        isTold();

        var attempts = bridges().attempts(Bridges.IRC);
        var again = attempts.subList(before, attempts.size() - 1);
        assertThat(again).hasSizeGreaterThan(2).containsOnly(again.getFirst());
        assertThat(again.getFirst()
                        .list("events")
                        .getFirst()
                        .object("content")
                        .orElseThrow()
                        .string("body"))
                .contains("one");
        assertThat(attempts.getLast().transaction())
                .isNotEqualTo(again.getFirst().transaction());
        assertThat(attempts.getLast().list("events").getFirst().string("event_id"))
                .contains(two.value());
        assertThat(attempts.getLast().list("events")).hasSize(2);
    }

    @Test
    void nothing_is_lost_and_nothing_is_changed_over_a_restart() {
        var room = bridged();
        isTold();
        bridges().isBroken(Bridges.IRC, true);
        var one = says(ALICE, room, "one");
        isTold();
        var tried = bridges().attempts(Bridges.IRC).getLast();
        var two = says(ALICE, room, "two");
        restart();
        var three = says(ALICE, room, "nobody is told yet");
        the(ServiceTransactions.class);
        isTold();

        assertThat(bridges().events(Bridges.IRC)).isEqualTo(ids(one, two, three));
        assertThat(bridges().deliveries(Bridges.IRC).getFirst()).isEqualTo(tried);
    }

    @Test
    void what_a_service_has_without_having_said_so_comes_with_the_same_id() {
        var room = bridged();
        isTold();
        bridges().losesAnAnswer(Bridges.IRC);
        says(ALICE, room, "one");
        isTold();
        var first = bridges().deliveries(Bridges.IRC).getLast();
        restart();
        the(ServiceTransactions.class);
        isTold();
        assertThat(bridges().deliveries(Bridges.IRC)).containsExactly(first);

        restart();
        the(ServiceTransactions.class);
        isTold();
        assertThat(bridges().deliveries(Bridges.IRC)).isEmpty();
    }

    @Test
    void a_slow_service_delays_nobody_else() {
        var room = bridged();
        joins(as(Bridges.ECHO, "echo_emil"), room);
        isTold();
        var latch = new CountDownLatch(1);
        bridges().isSlow(Bridges.IRC, latch);
        var one = says(ALICE, room, "one");
        bridges().awaitEvent(Bridges.ECHO, one);

        assertThat(bridges().events(Bridges.IRC)).doesNotContain(one.value());
        latch.countDown();
        isTold();
        assertThat(bridges().events(Bridges.IRC)).contains(one.value());
    }

    @Test
    void many_events_come_in_several_transactions() {
        var room = bridged();
        isTold();
        bridges().isBroken(Bridges.IRC, true);
        var said = IntStream.range(0, 250)
                .mapToObj(number -> says(ALICE, room, "number " + number).value())
                .toList();
        isTold();
        bridges().isBroken(Bridges.IRC, false);
        server().clock().pass(AN_HOUR);
        isTold();

        assertThat(bridges().events(Bridges.IRC)).endsWith(said.toArray(String[]::new));
        assertThat(bridges().deliveries(Bridges.IRC))
                .allMatch(delivery -> delivery.list("events").size() <= 100);
    }

    @Test
    void who_types_and_who_reads_and_who_is_there_is_told_to_who_wants_it() {
        var room = bridged();
        joins(as(Bridges.ECHO, "echo_emil"), room);
        var one = says(ALICE, room, "one");
        int before = toldSoFar(Bridges.IRC);
        int echo = toldSoFar(Bridges.ECHO);
        startsTyping(ALICE, room);
        reads(ALICE, room, one);
        reads(as(Bridges.IRC, "_bridge_dora"), room, one, ReceiptType.READ_PRIVATE, ReceiptThread.unthreaded());
        the(SetPresence.class).set(ALICE, ALICE.user(), PresenceRequest.parse(JsonObject.of("presence", "online")));
        isTold();

        var told = listed(Bridges.IRC, before, "ephemeral");
        assertThat(listed(Bridges.IRC, before, "de.sorunome.msc2409.ephemeral")).isEqualTo(told);
        assertThat(contentsOf(told, "m.typing", room))
                .containsExactly(JsonObject.of(
                        "user_ids", JsonArray.ofStrings(List.of(ALICE.user().toString()))));
        assertThat(contentsOf(told, "m.receipt", room).toString())
                .contains(ALICE.user().toString())
                .contains("m.read.private");
        assertThat(told)
                .anyMatch(event -> event.string("type").equals(Optional.of("m.presence"))
                        && event.string("sender")
                                .equals(Optional.of(ALICE.user().toString())));
        assertThat(toldAfter(Bridges.ECHO, echo)).isEmpty();
    }

    private static List<JsonObject> contentsOf(List<JsonObject> events, String type, RoomId room) {
        return events.stream()
                .filter(event -> event.string("type").equals(Optional.of(type)))
                .filter(event -> event.string("room_id").equals(Optional.of(room.value())))
                .map(event -> event.object("content").orElseThrow())
                .toList();
    }

    @Test
    void nothing_ephemeral_of_others_is_told() {
        var bridged = bridged();
        var room = aRoomWithBob();
        var one = says(BOB, room, "one");
        var two = says(ALICE, bridged, "two");
        int before = toldSoFar(Bridges.IRC);
        startsTyping(BOB, room);
        reads(BOB, room, one);
        reads(ALICE, bridged, two, ReceiptType.READ_PRIVATE, ReceiptThread.unthreaded());
        the(SetPresence.class).set(BOB, BOB.user(), PresenceRequest.parse(JsonObject.of("presence", "online")));

        assertThat(toldAfter(Bridges.IRC, before)).isEmpty();
    }

    @Test
    void messages_to_devices_of_its_users_are_told_with_what_is_left_of_their_keys() {
        the(ServiceTransactions.class);
        var dora = onPhone();
        the(UploadKeys.class).upload(dora, JsonObject.of("one_time_keys", JsonObject.of("curve25519:AAAA", "key")));
        isTold();
        bridges().isBroken(Bridges.IRC, true);
        sendsTo(dora, "one");
        isTold();
        restart();
        the(ServiceTransactions.class);
        isTold();

        var told = bridges().deliveries(Bridges.IRC).getFirst();
        var message = told.list("to_device").getFirst();
        assertThat(told.list("de.sorunome.msc2409.to_device")).containsExactly(message);
        assertThat(message.string("to_user_id")).contains(dora.user().toString());
        assertThat(message.string("to_device_id")).contains(PHONE.value());
        assertThat(message.string("sender")).contains(ALICE.user().toString());
        assertThat(message.object("content").orElseThrow().string("text")).contains("one");
        assertThat(told.body()
                        .object("org.matrix.msc3202.device_one_time_keys_count")
                        .orElseThrow()
                        .toString())
                .contains(dora.user().toString())
                .contains("\"curve25519\":1");
        assertThat(told.body().object("device_unused_fallback_key_types")).isPresent();
        assertThat(storage()
                        .toDevice()
                        .recipients(StreamPosition.START, storage().stream().position()))
                .isEmpty();
    }

    private Requester onPhone() {
        var dora = as(Bridges.IRC, "_bridge_dora");
        the(RenameDevice.class).rename(dora, PHONE, JsonObject.EMPTY);
        return asking(Bridges.IRC, new Assertion(Optional.of(dora.user().toString()), Optional.of(PHONE.value())));
    }

    private void sendsTo(Requester recipient, String text) {
        var messages = JsonObject.of(
                recipient.user().toString(), JsonObject.of(recipient.device().value(), JsonObject.of("text", text)));
        the(SendToDevice.class)
                .send(
                        ALICE,
                        new SendToDevice.Send(
                                "org.example.greeting", new TransactionId(text), JsonObject.of("messages", messages)));
    }

    @Test
    void many_messages_to_devices_come_in_several_transactions_and_in_order() {
        the(ServiceTransactions.class);
        var dora = onPhone();
        isTold();
        bridges().isBroken(Bridges.IRC, true);
        var sent =
                IntStream.range(0, 150).mapToObj(number -> "number " + number).toList();
        sent.forEach(text -> sendsTo(dora, text));
        var large = "x".repeat(900_000);
        for (int number = 0; number < 4; number++) {
            sendsTo(dora, number + large);
        }
        isTold();
        bridges().isBroken(Bridges.IRC, false);
        server().clock().pass(AN_HOUR);
        isTold();

        var texts = listed(Bridges.IRC, 0, "to_device").stream()
                .map(message ->
                        message.object("content").orElseThrow().string("text").orElseThrow())
                .toList();
        assertThat(texts).hasSize(154).startsWith(sent.toArray(String[]::new));
        assertThat(texts).filteredOn(text -> text.endsWith(large)).isSorted();
        assertThat(bridges().deliveries(Bridges.IRC)).hasSizeGreaterThan(3).allSatisfy(delivery -> {
            assertThat(delivery.list("to_device")).hasSizeLessThanOrEqualTo(100);
            assertThat(delivery.body()
                            .array("to_device")
                            .orElse(JsonArray.EMPTY)
                            .toString())
                    .hasSizeLessThan(3 << 20);
        });
    }

    @Test
    void messages_to_devices_of_others_are_not_told() {
        the(ServiceTransactions.class);
        sendsTo(registers("dora"), "one");
        isTold();

        assertThat(bridges().deliveries(Bridges.IRC)).isEmpty();
    }

    @Test
    void whose_devices_changed_is_told_of_those_whom_its_users_meet() {
        var room = bridged();
        var frank = registers("frank");
        var stranger = registers("stranger");
        joins(frank, room);
        int before = toldSoFar(Bridges.IRC);
        the(Sessions.class).end(stranger.user(), Set.of(stranger.device()));
        the(Sessions.class).end(frank.user(), Set.of(frank.device()));
        leaves(frank, room);
        isTold();

        var lists = toldAfter(Bridges.IRC, before).stream()
                .flatMap(delivery -> delivery.body().object("org.matrix.msc3202.device_lists").stream())
                .toList();
        assertThat(lists).isNotEmpty();
        assertThat(lists.toString()).doesNotContain("stranger");
        assertThat(lists.getFirst().strings("changed").orElseThrow())
                .containsExactly(frank.user().toString());
        assertThat(lists.getLast().strings("left").orElseThrow())
                .containsExactly(frank.user().toString());
    }

    @Test
    void a_ping_shows_that_the_service_is_there_and_it_gets_what_waits() {
        var room = bridged();
        isTold();
        bridges().isBroken(Bridges.IRC, true);
        var one = says(ALICE, room, "one");
        isTold();
        assertThatThrownBy(() -> pings(as(Bridges.IRC), "irc")).isInstanceOf(ServiceBadStatus.class);
        bridges().isBroken(Bridges.IRC, false);
        assertThat(bridges().events(Bridges.IRC)).doesNotContain(one.value());

        assertThat(pings(as(Bridges.IRC), "irc")).isPositive();
        isTold();
        assertThat(bridges().events(Bridges.IRC)).contains(one.value());
    }

    @Test
    void only_a_service_itself_has_itself_pinged() {
        for (var other : List.of(ALICE, as(Bridges.ECHO))) {
            assertThatThrownBy(() -> pings(other, "irc")).isInstanceOf(Forbidden.class);
        }
        assertThatThrownBy(() -> pings(as(Bridges.IRC), "unknown")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> pings(as(Bridges.SILENT), "silent")).isInstanceOf(UrlNotSet.class);
    }

    private Duration pings(Requester requester, String id) {
        return the(PingService.class).ping(requester, id, JsonObject.of("transaction_id", "meow"));
    }
}
