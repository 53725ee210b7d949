package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hirundo.application.e2ee.ClaimKeys;
import org.hirundo.application.e2ee.UploadKeys;
import org.hirundo.application.session.Requester;
import org.hirundo.application.sync.Sync;
import org.hirundo.application.sync.SyncAnswer;
import org.hirundo.application.sync.SyncRequest;
import org.hirundo.application.sync.SyncToken;
import org.hirundo.contract.story.Traffic.Cost;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.presence.Presence;
import org.hirundo.domain.sync.Filter;
import org.junit.jupiter.api.Test;

/**
 * What the calls that users make most cost the database, to the last round trip. Where {@link RoundTripsStory} counts calls of
 * ports, which are the same for every storage, this one counts what each storage makes of them.
 */
public abstract class HotCallsStory extends RoomStory {

    private static final String ALGORITHM = "signed_curve25519";
    private static final int MEMBERS = 30;
    private static final int DEVICES = 50;

    /** The calls that are counted. */
    public enum HotCall {
        /** A message into a room that is in memory. */
        SEND,
        /** A sync since the last one, after which one message came. */
        SYNC_ONE_MESSAGE,
        /** A sync since the last one, after which nothing came. */
        SYNC_NOTHING,
        /** One-time keys of fifty devices. */
        CLAIM,
        /** A join of a public room with thirty members that is in memory. */
        JOIN,
        /** A room with thirty members is read for the first time. */
        LOAD
    }

    /** What the storage sends, counted. */
    protected abstract Traffic traffic();

    /** What each call costs on this storage. */
    protected abstract Map<HotCall, Cost> costs();

    private void costsWhatIsPinned(HotCall call, Runnable work) {
        var sent = traffic().during(work);
        assertThat(sent.cost()).as("%s sends %s", call, sent.trips()).isEqualTo(costs().get(call));
    }

    private RoomId aRoomOfMany() {
        var room = created(aPublicRoomOf(ALICE));
        for (int number = 0; number < MEMBERS; number++) {
            joins(Server.user("member" + number), room);
        }
        return room;
    }

    @Test
    void a_warm_message_is_one_transaction_and_no_read() {
        var room = aRoomOfMany();
        says(ALICE, room, "warm");

        costsWhatIsPinned(HotCall.SEND, () -> says(ALICE, room, "counted"));
    }

    @Test
    void a_sync_with_one_message() {
        var room = aRoomOfMany();
        joins(BOB, room);
        says(ALICE, room, "warm");
        var first = syncs(BOB, Optional.empty());
        says(ALICE, room, "warm too");
        var second = syncs(BOB, Optional.of(first.nextBatch()));
        says(ALICE, room, "counted");

        costsWhatIsPinned(HotCall.SYNC_ONE_MESSAGE, () -> assertThat(
                        syncs(BOB, Optional.of(second.nextBatch())).rooms().joined())
                .containsOnlyKeys(room));
    }

    @Test
    void a_sync_with_nothing() {
        joins(BOB, aRoomOfMany());
        var first = syncs(BOB, Optional.empty());
        var second = syncs(BOB, Optional.of(first.nextBatch()));

        costsWhatIsPinned(HotCall.SYNC_NOTHING, () -> assertThat(
                        syncs(BOB, Optional.of(second.nextBatch())).rooms().joined())
                .isEmpty());
    }

    private SyncAnswer syncs(Requester requester, Optional<SyncToken> since) {
        return the(Sync.class)
                .sync(new SyncRequest(requester, since, Filter.ALL, false, false, Duration.ZERO, Presence.OFFLINE));
    }

    @Test
    void any_number_of_keys_is_claimed_in_one_transaction() {
        var devices = IntStream.range(0, DEVICES)
                .mapToObj(number -> Server.user("member" + number))
                .toList();
        devices.forEach(this::uploadsKeys);
        var wanted = JsonObject.of("one_time_keys", wanted(devices));

        costsWhatIsPinned(HotCall.CLAIM, () -> assertThat(the(ClaimKeys.class)
                        .claim(ALICE, wanted, ClaimKeys.Form.ONE)
                        .keys())
                .hasSize(DEVICES));
    }

    private static JsonObject wanted(List<Requester> devices) {
        var wanted = JsonObject.builder();
        for (var device : devices) {
            wanted.put(device.user().toString(), JsonObject.of(device.device().value(), new JsonString(ALGORITHM)));
        }
        return wanted.build();
    }

    private void uploadsKeys(Requester device) {
        var key = Keys.of(1);
        the(UploadKeys.class)
                .upload(
                        device,
                        JsonObject.of(
                                "one_time_keys",
                                JsonObject.of(ALGORITHM + ":A", key.oneTimeKey(device.user(), device.device(), "AAAA"))
                                        .with(
                                                ALGORITHM + ":B",
                                                key.oneTimeKey(device.user(), device.device(), "BBBB"))));
    }

    @Test
    void a_join_is_one_transaction() {
        var room = aRoomOfMany();
        joins(BOB, room);

        costsWhatIsPinned(HotCall.JOIN, () -> joins(CAROL, room));
    }

    @Test
    void a_room_of_any_size_is_loaded_by_one_query() {
        var room = aRoomOfMany();

        costsWhatIsPinned(
                HotCall.LOAD, () -> assertThat(storage().rooms().head(room)).isPresent());
    }
}
