package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.session.Requester;
import org.hirundo.application.sync.SyncAnswer.StrippedRoom;
import org.hirundo.application.sync.SyncAnswer.Timeline;
import org.hirundo.application.sync.SyncAnswer.Typed;
import org.hirundo.application.timeline.ClientEvent;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.presence.Presence;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.sync.Filter;

/**
 * All that a user's client has to know to begin with, in the form that was asked for before there was {@link Sync}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3initialsync">GET /initialSync</a>
 */
@Singleton
public final class ReadInitialSync {

    private final Sync sync;
    private final MembershipStore memberships;

    @Inject
    ReadInitialSync(Sync sync, MembershipStore memberships) {
        this.sync = sync;
        this.memberships = memberships;
    }

    /**
     * A room of the user's.
     *
     * @param invite the event by which the user was invited, where that is how they stand to the room
     * @param timeline empty where the user was never in the room
     * @param state that now, or when the user left
     */
    public record Room(
            RoomId room,
            Membership membership,
            Optional<JsonObject> invite,
            Optional<Timeline> timeline,
            List<ClientEvent> state,
            List<Typed> accountData) {}

    /**
     * Everything at once.
     *
     * @param end from where {@link ReadEventStream} goes on
     */
    public record Snapshot(SyncToken end, List<JsonObject> presence, List<Room> rooms, List<Typed> accountData) {}

    /**
     * What there is now.
     *
     * @param limit how many events of each room at most
     * @param archived whether rooms that the user left are wanted
     */
    public Snapshot read(Requester requester, OptionalInt limit, boolean archived) {
        var answer = sync.sync(new SyncRequest(
                requester, Optional.empty(), filter(limit, archived), false, true, Duration.ZERO, Presence.ONLINE));
        var known = memberships.roomsOf(requester.user());
        var rooms = new ArrayList<Room>();
        answer.rooms()
                .joined()
                .forEach((id, room) -> rooms.add(new Room(
                        id,
                        Membership.JOIN,
                        Optional.empty(),
                        Optional.of(room.timeline()),
                        room.state(),
                        room.accountData())));
        answer.rooms()
                .invited()
                .forEach((id, room) -> rooms.add(new Room(
                        id, Membership.INVITE, invite(requester, room), Optional.empty(), List.of(), List.of())));
        answer.rooms()
                .left()
                .forEach((id, room) -> rooms.add(new Room(
                        id,
                        Optional.ofNullable(known.get(id))
                                .map(RoomMembership::membership)
                                .filter(Membership.BAN::equals)
                                .orElse(Membership.LEAVE),
                        Optional.empty(),
                        Optional.of(room.timeline()),
                        room.state(),
                        room.accountData())));
        var next = answer.nextBatch();
        // Messages to the device are not told, so whoever goes on with /sync is yet to get them.
        var end = new SyncToken(next.durable(), next.epoch(), next.ephemeral(), Optional.of(StreamPosition.START));
        return new Snapshot(end, answer.presence(), rooms, answer.accountData());
    }

    private static Filter filter(OptionalInt limit, boolean archived) {
        var timeline = limit.isPresent() ? JsonObject.of("limit", new JsonInteger(limit.getAsInt())) : JsonObject.EMPTY;
        return Filter.parse(JsonObject.of(
                "room", JsonObject.of("timeline", timeline).with("include_leave", JsonBoolean.of(archived))));
    }

    private static Optional<JsonObject> invite(Requester requester, StrippedRoom room) {
        var user = requester.user().toString();
        return room.events().stream()
                .filter(event -> event.string("type")
                        .filter(EventType.MEMBER.value()::equals)
                        .isPresent())
                .filter(event -> event.string("state_key").filter(user::equals).isPresent())
                .findFirst();
    }
}
