package org.hirundo.application.room;

import java.util.List;
import java.util.Optional;
import org.hirundo.application.room.NewRoom.InitialState;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.RoomPreset;
import org.hirundo.domain.room.ThreepidInvite;

/** Puts a {@link NewRoom} together, whose components the methods are named after. */
public final class NewRoomBuilder {

    private final Requester requester;
    private Optional<String> version = Optional.empty();
    private boolean published;
    private Optional<RoomPreset> preset = Optional.empty();
    private Optional<String> aliasLocalpart = Optional.empty();
    private Optional<String> name = Optional.empty();
    private Optional<String> topic = Optional.empty();
    private List<UserId> invite = List.of();
    private List<ThreepidInvite> invite3pid = List.of();
    private boolean direct;
    private JsonObject creationContent = JsonObject.EMPTY;
    private List<InitialState> initialState = List.of();
    private JsonObject powerLevels = JsonObject.EMPTY;

    NewRoomBuilder(Requester requester) {
        this.requester = requester;
    }

    NewRoomBuilder(NewRoom room) {
        requester = room.requester();
        version = room.version();
        published = room.published();
        preset = room.preset();
        aliasLocalpart = room.aliasLocalpart();
        name = room.name();
        topic = room.topic();
        invite = room.invite();
        invite3pid = room.invite3pid();
        direct = room.direct();
        creationContent = room.creationContent();
        initialState = room.initialState();
        powerLevels = room.powerLevels();
    }

    public NewRoomBuilder version(String version) {
        this.version = Optional.of(version);
        return this;
    }

    public NewRoomBuilder version(Optional<String> version) {
        this.version = version;
        return this;
    }

    public NewRoomBuilder published(boolean published) {
        this.published = published;
        return this;
    }

    public NewRoomBuilder preset(RoomPreset preset) {
        this.preset = Optional.of(preset);
        return this;
    }

    public NewRoomBuilder aliasLocalpart(String aliasLocalpart) {
        this.aliasLocalpart = Optional.of(aliasLocalpart);
        return this;
    }

    public NewRoomBuilder name(String name) {
        this.name = Optional.of(name);
        return this;
    }

    public NewRoomBuilder topic(String topic) {
        this.topic = Optional.of(topic);
        return this;
    }

    public NewRoomBuilder invite(List<UserId> invite) {
        this.invite = invite;
        return this;
    }

    public NewRoomBuilder invite3pid(List<ThreepidInvite> invite3pid) {
        this.invite3pid = invite3pid;
        return this;
    }

    public NewRoomBuilder direct(boolean direct) {
        this.direct = direct;
        return this;
    }

    public NewRoomBuilder creationContent(JsonObject creationContent) {
        this.creationContent = creationContent;
        return this;
    }

    public NewRoomBuilder initialState(List<InitialState> initialState) {
        this.initialState = initialState;
        return this;
    }

    public NewRoomBuilder powerLevels(JsonObject powerLevels) {
        this.powerLevels = powerLevels;
        return this;
    }

    public NewRoom build() {
        return new NewRoom(
                requester,
                version,
                published,
                preset,
                aliasLocalpart,
                name,
                topic,
                invite,
                invite3pid,
                direct,
                creationContent,
                initialState,
                powerLevels);
    }
}
