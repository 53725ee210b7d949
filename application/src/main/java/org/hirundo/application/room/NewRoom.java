package org.hirundo.application.room;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.RoomPreset;
import org.hirundo.domain.room.ThreepidInvite;

/**
 * A room as a client wants it.
 *
 * @param version the wire form of the room version; empty for the default
 * @param published whether the room is shown in the directory of this server
 * @param preset empty for that which goes with {@code published}
 * @param aliasLocalpart the local part of the room's first alias
 * @param invite whom to invite, in this order
 * @param invite3pid whom to invite of whom a third-party identifier is known
 * @param direct whether the invites say that this is a direct chat
 * @param creationContent what is added to the create event
 * @param initialState state events to send, in this order, in place of those of the preset
 * @param powerLevels what takes the place of parts of the initial power levels
 */
public record NewRoom(
        Requester requester,
        Optional<String> version,
        boolean published,
        Optional<RoomPreset> preset,
        Optional<String> aliasLocalpart,
        Optional<String> name,
        Optional<String> topic,
        List<UserId> invite,
        List<ThreepidInvite> invite3pid,
        boolean direct,
        JsonObject creationContent,
        List<InitialState> initialState,
        JsonObject powerLevels) {

    public NewRoom {
        invite = invite.stream().distinct().toList();
        invite3pid = List.copyOf(invite3pid);
        initialState = List.copyOf(initialState);
    }

    /** A room of which nothing is asked, to be furnished. */
    public static NewRoomBuilder by(Requester requester) {
        return new NewRoomBuilder(requester);
    }

    /** The same room, to be changed. */
    public NewRoomBuilder toBuilder() {
        return new NewRoomBuilder(this);
    }

    /** The room with invites for these in place of those by third-party identifiers, after those for others. */
    NewRoom withOwners(List<UserId> owners) {
        return toBuilder()
                .invite(Stream.concat(invite.stream(), owners.stream()).toList())
                .invite3pid(List.of())
                .build();
    }

    /** A state event to send. */
    public record InitialState(EventType type, String stateKey, JsonObject content) {

        /** With the empty state key. */
        static InitialState of(EventType type, JsonObject content) {
            return new InitialState(type, "", content);
        }

        /** Whether the event is the one of its type that rooms have once. */
        boolean is(EventType other) {
            return type.equals(other) && stateKey.isEmpty();
        }
    }

    /** The preset that was asked for or that goes with the visibility. */
    RoomPreset presetOrDefault() {
        return preset.orElse(published ? RoomPreset.PUBLIC_CHAT : RoomPreset.PRIVATE_CHAT);
    }
}
