package org.hirundo.application.room;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.hirundo.application.appservice.AliasRights;
import org.hirundo.application.config.Identity;
import org.hirundo.application.config.RoomConfig;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.directory.DirectoryStore;
import org.hirundo.application.port.directory.DirectoryStore.AliasEntry;
import org.hirundo.application.room.NewRoom.InitialState;
import org.hirundo.domain.error.BadAlias;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.InvalidRoomState;
import org.hirundo.domain.error.MatrixException;
import org.hirundo.domain.error.RoomInUse;
import org.hirundo.domain.error.UnsupportedRoomVersion;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.event.EventDraft;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.MalformedIdentifier;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.CreateContent;
import org.hirundo.domain.room.InitialPowerLevels;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.room.RoomVersion;
import org.hirundo.domain.room.ThreepidInvite;

/**
 * Creates a room: all events that the request implies, in the order that the specification gives, in one commit.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3createroom">POST /createRoom</a>
 */
@Singleton
public final class CreateRoom {

    private static final System.Logger LOG = System.getLogger(CreateRoom.class.getName());

    private final RateLimiter limits;
    private final Rooms rooms;
    private final DirectoryStore directory;
    private final AliasClaims aliases;
    private final AliasRights aliasRights;
    private final InvitePermission invitePermission;
    private final ThreepidInvites threepidInvites;
    private final MemberProfiles profiles;
    private final Identity identity;
    private final RoomConfig config;
    private final RandomGenerator random;

    @Inject
    public CreateRoom(
            RateLimiter limits,
            Rooms rooms,
            DirectoryStore directory,
            AliasClaims aliases,
            AliasRights aliasRights,
            InvitePermission invitePermission,
            ThreepidInvites threepidInvites,
            MemberProfiles profiles,
            Identity identity,
            RoomConfig config,
            RandomGenerator random) {
        this.limits = limits;
        this.rooms = rooms;
        this.directory = directory;
        this.aliases = aliases;
        this.aliasRights = aliasRights;
        this.invitePermission = invitePermission;
        this.threepidInvites = threepidInvites;
        this.profiles = profiles;
        this.identity = identity;
        this.config = config;
        this.random = random;
    }

    /**
     * Creates the room. Whose the third-party identifiers are is found out before; who is to be told of an invite then, and cannot
     * be, is left out, for the room is there.
     *
     * @throws UnsupportedRoomVersion when the wanted version is none of ours
     * @throws RoomInUse when the alias is taken
     * @throws org.hirundo.domain.error.Exclusive when an application service has the alias for itself, or has not and wants it
     * @throws InvalidRoomState when the wanted state contradicts the authorisation rules
     * @throws org.hirundo.domain.error.Unknown when an identity server does not say whose an identifier is
     * @throws org.hirundo.domain.error.InviteBlocked when one of those to invite blocks invites by the creator
     */
    public RoomId create(NewRoom wanted) {
        wanted.requester().refuseGuest();
        wanted.requester().refuseSuspended();
        limits.spend(wanted.requester(), Cost.ROOM_CREATION);
        if (wanted.invite3pid().isEmpty()) {
            return createAndInvite(wanted);
        }
        version(wanted);
        var strangers = new ArrayList<ThreepidInvite>();
        var owners = new ArrayList<UserId>();
        for (var invite : wanted.invite3pid()) {
            limits.spend(wanted.requester(), Cost.INVITE);
            threepidInvites.owner(invite).ifPresentOrElse(owners::add, () -> strangers.add(invite));
        }
        var room = createAndInvite(wanted.withOwners(owners));
        strangers.forEach(invite -> inviteStranger(wanted.requester().user(), room, invite));
        return room;
    }

    private void inviteStranger(UserId sender, RoomId room, ThreepidInvite invite) {
        try {
            threepidInvites.store(sender, room, invite, threepidInvites.check(sender, room));
        } catch (MatrixException failure) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "An invite by {0} to the new room {1} is not kept: {2}",
                    sender,
                    room,
                    failure.reason());
        }
    }

    private RoomId createAndInvite(NewRoom wanted) {
        var version = version(wanted);
        var alias = wanted.aliasLocalpart().map(this::alias);
        alias.ifPresent(name -> aliasRights.check(wanted.requester(), name));
        checkCanonicalAlias(wanted, alias);
        invitePermission.check(wanted.requester().user(), invitees(wanted));
        var people = profiles.of(Stream.concat(Stream.of(wanted.requester().user()), wanted.invite().stream())
                .toList());
        var create = rooms.draftCreate(version, wanted.requester().user(), creationContent(wanted, version), random);
        return withAlias(wanted, alias, create.roomId(), () -> {
            commit(wanted, create, alias, people);
            if (wanted.published()) {
                directory.publish(create.roomId(), true);
            }
        });
    }

    private RoomVersion version(NewRoom wanted) {
        return wanted.version().map(CreateRoom::version).orElse(config.defaultVersion());
    }

    /**
     * The room version of this id.
     *
     * @throws UnsupportedRoomVersion when it is none of ours
     */
    static RoomVersion version(String id) {
        return RoomVersion.of(id)
                .orElseThrow(() -> new UnsupportedRoomVersion("This server does not know room version " + id));
    }

    private RoomAlias alias(String localpart) {
        try {
            return RoomAlias.parse("#" + localpart + ":" + identity.server());
        } catch (MalformedIdentifier malformed) {
            throw new InvalidParam("Not the local part of a room alias: " + localpart);
        }
    }

    /** Of a room that does not exist yet there can be no other alias than the one it is given. */
    private static void checkCanonicalAlias(NewRoom wanted, Optional<RoomAlias> alias) {
        for (var state : wanted.initialState()) {
            if (state.is(EventType.CANONICAL_ALIAS)) {
                Stream.concat(
                                state.content().string("alias").filter(text -> !text.isEmpty()).stream(),
                                state.content().array("alt_aliases").stream().flatMap(JsonArray::stringsIn))
                        .filter(text ->
                                !text.equals(alias.map(RoomAlias::toString).orElse("")))
                        .findAny()
                        .ifPresent(text -> {
                            throw new BadAlias(text + " does not point to this room");
                        });
            }
        }
    }

    private static List<UserId> invitees(NewRoom wanted) {
        var invited = wanted.initialState().stream()
                .filter(state -> state.type().equals(EventType.MEMBER))
                .filter(state -> state.content().string("membership").equals(Optional.of(Membership.INVITE.wireName())))
                .flatMap(state -> UserId.find(state.stateKey()).stream());
        return Stream.concat(wanted.invite().stream(), invited).toList();
    }

    private static JsonObject creationContent(NewRoom wanted, RoomVersion version) {
        var creator = wanted.requester().user();
        var content =
                CreateContent.of(version, creator, wanted.creationContent()).json();
        if (version.levels().creatorsOutrank() && wanted.presetOrDefault().trustsInvitees()) {
            content = content.with("additional_creators", additionalCreators(wanted, content));
        }
        return content;
    }

    /** Those whom the client names and those who are invited, each once. */
    private static JsonArray additionalCreators(NewRoom wanted, JsonObject content) {
        var creators = new LinkedHashSet<String>();
        var named = content.get("additional_creators");
        if (named != null) {
            creators.addAll(content.strings("additional_creators")
                    .orElseThrow(() -> new InvalidParam("additional_creators is a list of user ids")));
        }
        wanted.invite().forEach(invitee -> creators.add(invitee.toString()));
        creators.remove(wanted.requester().user().toString());
        return JsonArray.ofStrings(creators);
    }

    private RoomId withAlias(NewRoom wanted, Optional<RoomAlias> alias, RoomId room, Runnable creation) {
        alias.ifPresentOrElse(
                name -> {
                    if (!aliases.give(
                            new AliasEntry(name, room, wanted.requester().user()), creation)) {
                        throw new RoomInUse("The room alias " + name + " is taken");
                    }
                },
                creation);
        return room;
    }

    private void commit(NewRoom wanted, Event create, Optional<RoomAlias> alias, MemberProfiles.Known people) {
        try {
            rooms.create(create, room -> {
                var founded = foundations(room, wanted, people);
                var furnished = furnished(founded, wanted, alias);
                return Change.of(invited(furnished, wanted, people), room.id());
            });
        } catch (Forbidden forbidden) {
            throw new InvalidRoomState(forbidden.reason());
        }
    }

    /** The creator joins and gets the power for what follows. */
    private static RoomView foundations(RoomView room, NewRoom wanted, MemberProfiles.Known people) {
        var creator = wanted.requester().user();
        var powerful = new LinkedHashSet<UserId>();
        powerful.add(creator);
        if (wanted.presetOrDefault().trustsInvitees()) {
            powerful.addAll(wanted.invite());
        }
        var powerLevels =
                InitialPowerLevels.content(
                                room.version(),
                                powerful,
                                wanted.presetOrDefault().isOpen())
                        .toBuilder()
                        .putAll(wanted.powerLevels())
                        .build();
        return room.append(member(room, creator, creator, people.content(creator, Membership.JOIN)))
                .append(EventDraft.state(room.id(), creator, EventType.POWER_LEVELS, "", powerLevels));
    }

    private static RoomView furnished(RoomView founded, NewRoom wanted, Optional<RoomAlias> alias) {
        var room = founded;
        for (var state : state(wanted, alias)) {
            room = room.append(EventDraft.state(
                    room.id(), wanted.requester().user(), state.type(), state.stateKey(), state.content()));
        }
        return room;
    }

    /** The state from the canonical alias on to the topic; what the client names takes precedence over the preset. */
    private static List<InitialState> state(NewRoom wanted, Optional<RoomAlias> alias) {
        var state = new ArrayList<InitialState>();
        alias.ifPresent(
                name -> state.add(InitialState.of(EventType.CANONICAL_ALIAS, JsonObject.of("alias", name.toString()))));
        wanted.presetOrDefault().initialState().forEach((type, content) -> {
            if (wanted.initialState().stream().noneMatch(named -> named.is(type))) {
                state.add(InitialState.of(type, content));
            }
        });
        wanted.initialState().stream()
                .filter(named -> !(named.is(EventType.NAME) && wanted.name().isPresent()))
                .filter(named -> !(named.is(EventType.TOPIC) && wanted.topic().isPresent()))
                .forEach(state::add);
        wanted.name().ifPresent(name -> state.add(InitialState.of(EventType.NAME, JsonObject.of("name", name))));
        wanted.topic().ifPresent(topic -> state.add(InitialState.of(EventType.TOPIC, topicContent(topic))));
        return state;
    }

    private static JsonObject topicContent(String topic) {
        var text = JsonObject.builder()
                .put("body", topic)
                .put("mimetype", "text/plain")
                .build();
        return JsonObject.of("topic", topic).with("m.topic", JsonObject.of("m.text", JsonArray.of(text)));
    }

    private static RoomView invited(RoomView furnished, NewRoom wanted, MemberProfiles.Known people) {
        var room = furnished;
        for (var invitee : wanted.invite()) {
            var content = people.content(invitee, Membership.INVITE);
            room = room.append(member(
                    room,
                    wanted.requester().user(),
                    invitee,
                    wanted.direct() ? content.with("is_direct", JsonBoolean.TRUE) : content));
        }
        return room;
    }

    private static EventDraft member(RoomView room, UserId sender, UserId user, JsonObject content) {
        return EventDraft.state(room.id(), sender, EventType.MEMBER, user.toString(), content);
    }
}
