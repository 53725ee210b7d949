package org.hirundo.application.room;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.directory.DirectoryStore;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.membership.RoomMembership;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.event.EventDraft;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.CanonicalAliases;
import org.hirundo.domain.room.CreateContent;
import org.hirundo.domain.room.Membership;
import org.hirundo.domain.room.Replacement;
import org.hirundo.domain.space.SpaceChild;

/**
 * Replaces a room by one of another version: the new one gets the state, the bans, the aliases and the place in the directory of
 * the old one, which is closed.
 *
 * <p>The new room comes first. Should the server stop before the old one is closed, nobody is led astray, and the upgrade can
 * be asked for again.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3roomsroomidupgrade">POST …/upgrade</a>
 */
@Singleton
public final class UpgradeRoom {

    private final RateLimiter limits;
    private final Rooms rooms;
    private final RoomHeads heads;
    private final EventStore events;
    private final MembershipStore memberships;
    private final DirectoryStore directory;
    private final MemberProfiles profiles;
    private final Succession succession;
    private final RandomGenerator random;

    @Inject
    public UpgradeRoom(
            RateLimiter limits,
            Rooms rooms,
            RoomHeads heads,
            EventStore events,
            MembershipStore memberships,
            DirectoryStore directory,
            MemberProfiles profiles,
            Succession succession,
            RandomGenerator random) {
        this.limits = limits;
        this.rooms = rooms;
        this.heads = heads;
        this.events = events;
        this.memberships = memberships;
        this.directory = directory;
        this.profiles = profiles;
        this.succession = succession;
        this.random = random;
    }

    /**
     * Who upgrades which room to what.
     *
     * @param additionalCreators who is to count as a creator besides; has no effect where the version knows no such users
     */
    public record Upgrade(Requester requester, RoomId room, String newVersion, Set<UserId> additionalCreators) {}

    /**
     * Upgrades the room.
     *
     * @return the room that takes its place
     * @throws org.hirundo.domain.error.UnsupportedRoomVersion when the version is none of ours
     * @throws org.hirundo.domain.error.NotFound when the room is not known
     * @throws Forbidden when the requester may not set the tombstone
     */
    public RoomId upgrade(Upgrade command) {
        var user = command.requester().user();
        command.requester().refuseGuest();
        command.requester().refuseSuspended();
        limits.spend(command.requester(), Cost.ROOM_CREATION);
        var version = CreateRoom.version(command.newVersion());
        var last = rooms.write(command.room(), room -> {
            room.append(tombstone(room.id(), user, room.id()));
            return Change.of(room, room.latest());
        });
        var old = heads.get(command.room());
        var creators = new LinkedHashSet<UserId>();
        creators.add(user);
        creators.addAll(command.additionalCreators());
        var replacement = new Replacement(
                old.interpreted(EventType.CREATE).orElseThrow(),
                old.interpreted(EventType.POWER_LEVELS),
                version,
                creators);
        var aliases = directory.aliasesOf(command.room()).stream()
                .map(entry -> entry.alias().toString())
                .collect(Collectors.toSet());
        var room = create(replacement, old, last, aliases);
        close(replacement, command.room(), user, room, aliases);
        directory.replace(command.room(), room);
        succession.replaced(command.room());
        return room;
    }

    private static EventDraft tombstone(RoomId old, UserId user, RoomId room) {
        var content = JsonObject.of("body", "This room has been replaced").with("replacement_room", room.value());
        return EventDraft.state(old, user, EventType.TOMBSTONE, "", content);
    }

    private RoomId create(Replacement replacement, LiveRoom old, EventId last, Set<String> aliases) {
        var user = replacement.creators().getFirst();
        var version = replacement.version();
        var content = CreateContent.of(version, user, replacement.createContent(last));
        var create = rooms.draftCreate(version, user, content.json(), random);
        var join = profiles.of(user).content(user, Membership.JOIN);
        var state = handedOn(old, replacement, aliases);
        return rooms.create(create, view -> {
            var room = view.append(EventDraft.state(view.id(), user, EventType.MEMBER, user.toString(), join));
            for (var event : state) {
                room = room.append(EventDraft.state(view.id(), user, event.type(), event.stateKey(), event.content()));
            }
            // Last, for until then the creator may send whatever the room is to begin with.
            var levels = replacement.newPowerLevels();
            room = room.append(EventDraft.state(view.id(), user, EventType.POWER_LEVELS, "", levels));
            return Change.of(room, view.id());
        });
    }

    /** Of the members the bans alone are handed on: nobody can be brought into a room by another. */
    private List<NewRoom.InitialState> handedOn(LiveRoom old, Replacement replacement, Set<String> aliases) {
        var state = old.state();
        var names = new LinkedHashSet<EventId>();
        Replacement.HANDED_ON.forEach(type -> state.get(type).ifPresent(names::add));
        state.get(EventType.CANONICAL_ALIAS).ifPresent(names::add);
        if (CreateContent.of(replacement.create())
                .type()
                .filter(SpaceChild.SPACE::equals)
                .isPresent()) {
            names.addAll(state.ofType(EventType.SPACE_CHILD).values());
        }
        memberships.membersOf(old.id()).values().stream()
                .filter(member -> member.membership() == Membership.BAN)
                .filter(member -> !replacement.creators().contains(member.user()))
                .map(RoomMembership::event)
                .forEach(names::add);
        var found = events.events(names);
        var handedOn = new ArrayList<NewRoom.InitialState>();
        names.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(StoredEvent::event)
                .filter(UpgradeRoom::isHandedOn)
                .map(event ->
                        new NewRoom.InitialState(event.type(), event.stateKey().orElseThrow(), content(event, aliases)))
                .forEach(handedOn::add);
        return handedOn;
    }

    /** A space no longer has what there is no way to. */
    private static boolean isHandedOn(Event event) {
        return !event.isType(EventType.SPACE_CHILD)
                || event.content().array("via").filter(via -> via.size() > 0).isPresent();
    }

    /** Aliases of other servers are not ours to move. */
    private static JsonObject content(Event event, Set<String> aliases) {
        return event.isType(EventType.CANONICAL_ALIAS)
                ? new CanonicalAliases(event.content())
                        .retaining(aliases::contains)
                        .json()
                : event.content();
    }

    private void close(Replacement replacement, RoomId old, UserId user, RoomId room, Set<String> aliases) {
        rooms.write(old, view -> {
            var closed = view.append(tombstone(old, user, room));
            closed = withoutAliases(closed, user, aliases);
            var levels = new Replacement(
                            replacement.create(),
                            view.state(EventType.POWER_LEVELS),
                            replacement.version(),
                            replacement.creators())
                    .closedPowerLevels();
            if (levels.isPresent()) {
                closed = ifAllowed(closed, EventDraft.state(old, user, EventType.POWER_LEVELS, "", levels.get()));
            }
            return Change.of(closed, room);
        });
    }

    private static RoomView withoutAliases(RoomView room, UserId user, Set<String> aliases) {
        var canonical = new CanonicalAliases(
                room.state(EventType.CANONICAL_ALIAS).map(Event::content).orElse(JsonObject.EMPTY));
        var retained = canonical.retaining(alias -> !aliases.contains(alias));
        return retained.equals(canonical)
                ? room
                : ifAllowed(room, EventDraft.state(room.id(), user, EventType.CANONICAL_ALIAS, "", retained.json()));
    }

    /** Who may replace the room need not be one who may do this as well. */
    private static RoomView ifAllowed(RoomView room, EventDraft draft) {
        try {
            return room.append(draft);
        } catch (Forbidden notAllowed) {
            return room;
        }
    }
}
