package org.hirundo.contract.story;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.hirundo.application.directory.RoomReference;
import org.hirundo.application.event.SendMessage;
import org.hirundo.application.event.SendState;
import org.hirundo.application.membership.InviteUser;
import org.hirundo.application.membership.JoinRoom;
import org.hirundo.application.membership.LeaveRoom;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.port.stream.RoomSummary;
import org.hirundo.application.room.CreateRoom;
import org.hirundo.application.room.LiveRoom;
import org.hirundo.application.room.NewRoom;
import org.hirundo.application.room.NewRoom.InitialState;
import org.hirundo.application.room.RoomHeads;
import org.hirundo.application.session.Requester;
import org.hirundo.application.timeline.ClientEvent;
import org.hirundo.application.timeline.ReadMessages;
import org.hirundo.application.timeline.ReadStateEvent;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.room.RoomPreset;
import org.hirundo.domain.sync.RoomEventFilter;

/** What users do in rooms, in the words of the stories. */
public abstract class RoomStory extends Story {

    /** Who creates the rooms. */
    protected static final Requester ALICE = Server.user("alice");

    /** Another user. */
    protected static final Requester BOB = Server.user("bob");

    /** A third user. */
    protected static final Requester CAROL = Server.user("carol");

    private final AtomicInteger transactions = new AtomicInteger();

    /** What a room is to be like, to be changed by the methods below. */
    protected static NewRoom aRoomOf(Requester creator) {
        return NewRoom.by(creator).build();
    }

    /** A room that everybody can join, in the version. */
    protected static NewRoom aPublicRoomOf(Requester creator, Optional<String> version) {
        var room = aRoomOf(creator);
        return room.toBuilder().version(version).preset(RoomPreset.PUBLIC_CHAT).build();
    }

    /** A room that everybody can join, with more state. */
    protected static NewRoom aPublicRoomOf(Requester creator, InitialState... state) {
        var room = aPublicRoomOf(creator, Optional.empty());
        return room.toBuilder().initialState(List.of(state)).build();
    }

    /** The room is created. */
    protected final RoomId created(NewRoom room) {
        return the(CreateRoom.class).create(room);
    }

    /** The user joins. */
    protected final void joins(Requester user, RoomId room) {
        the(JoinRoom.class).join(new JoinRoom.Join(user, new RoomReference.ById(room), Optional.empty()));
    }

    /** The user leaves. */
    protected final void leaves(Requester user, RoomId room) {
        the(LeaveRoom.class).leave(new LeaveRoom.Leave(user, room, Optional.empty()));
    }

    /** The user invites another. */
    protected final void invites(Requester user, RoomId room, Requester invitee) {
        the(InviteUser.class).invite(new InviteUser.Invite(user, room, invitee.user(), Optional.empty()));
    }

    /** The user says something, in a transaction of its own. */
    protected final EventId says(Requester user, RoomId room, String text) {
        return says(user, room, text, "m" + transactions.incrementAndGet());
    }

    /** The user says something in a transaction. */
    protected final EventId says(Requester user, RoomId room, String text, String transaction) {
        var content = JsonObject.of("msgtype", "m.text").with("body", text);
        return the(SendMessage.class)
                .send(new SendMessage.Send(user, room, EventType.MESSAGE, new TransactionId(transaction), content));
    }

    /** The user sets state with the empty state key. */
    protected final EventId sets(Requester user, RoomId room, EventType type, JsonObject content) {
        return sets(user, room, new StateTuple(type, ""), content);
    }

    /** The user sets state. */
    protected final EventId sets(Requester user, RoomId room, StateTuple tuple, JsonObject content) {
        return the(SendState.class).send(new SendState.Send(user, room, tuple.type(), tuple.stateKey(), content));
    }

    /** The content of the state, as the user reads it. */
    protected final Optional<JsonObject> state(Requester user, RoomId room, EventType type, String stateKey) {
        try {
            return Optional.of(the(ReadStateEvent.class)
                    .read(user, room, new StateTuple(type, stateKey))
                    .event()
                    .content());
        } catch (NotFound none) {
            return Optional.empty();
        }
    }

    /** The content of the state with the empty state key, as the user reads it. */
    protected final Optional<JsonObject> state(Requester user, RoomId room, EventType type) {
        return state(user, room, type, "");
    }

    /** The user's membership as it is listed. */
    protected final Optional<Membership> membership(UserId user, RoomId room) {
        return storage().memberships().find(room, user).map(RoomMembership::membership);
    }

    /** The whole history as the user can read it, oldest first. */
    protected final List<ClientEvent> history(Requester user, RoomId room) {
        var page = the(ReadMessages.class)
                .read(new ReadMessages.Wanted(
                        user,
                        room,
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.of(500),
                        RoomEventFilter.ALL));
        return page.chunk().reversed();
    }

    /** The texts in the history as the user can read it, oldest first. */
    protected final List<String> texts(Requester user, RoomId room) {
        return texts(history(user, room));
    }

    /** The texts among these events. */
    protected static List<String> texts(List<ClientEvent> events) {
        return events.stream()
                .filter(event -> event.event().isType(EventType.MESSAGE))
                .map(event -> event.event().content().string("body").orElse("(redacted)"))
                .toList();
    }

    /** The types in the history as the user can read it, oldest first. */
    protected final List<String> types(Requester user, RoomId room) {
        return history(user, room).stream()
                .map(event -> event.event().type().value())
                .toList();
    }

    /** How the room is listed. */
    protected final Optional<RoomSummary> summary(RoomId room) {
        return Optional.ofNullable(storage().rooms().summaries(List.of(room)).get(room));
    }

    /** The server's view of the room. */
    protected final LiveRoom head(RoomId room) {
        return the(RoomHeads.class).get(room);
    }
}
