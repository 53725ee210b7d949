package org.hirundo.application.room;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.config.Identity;
import org.hirundo.application.config.PushConfig;
import org.hirundo.application.lock.UserLocks;
import org.hirundo.application.port.accountdata.AccountDataStore;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.stream.Committer;
import org.hirundo.domain.accountdata.AccountDataType;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.push.PushRuleset;
import org.hirundo.domain.room.CreateContent;

/**
 * Carries what users of this server made of a room over to the one that took its place: push rules, tags, and whether it is a
 * direct chat.
 *
 * <p>One room took the place of another when both say so, the new one in its create event and the old one in its tombstone; a
 * stranger's room that merely claims to is not followed. Nothing that the user said of the new room already is changed, so
 * carrying over once more does no harm.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#room-upgrades">Room upgrades</a>
 */
@Singleton
public final class Succession {

    private static final String TAGS = "m.tag";
    private static final String DIRECT = "m.direct";

    private final RoomHeads heads;
    private final EventStore events;
    private final MembershipStore memberships;
    private final AccountDataStore accountData;
    private final Committer committer;
    private final UserLocks locks;
    private final Identity identity;
    private final PushConfig pushConfig;

    @Inject
    public Succession(
            RoomHeads heads,
            EventStore events,
            MembershipStore memberships,
            AccountDataStore accountData,
            Committer committer,
            UserLocks locks,
            Identity identity,
            PushConfig pushConfig) {
        this.heads = heads;
        this.events = events;
        this.memberships = memberships;
        this.accountData = accountData;
        this.committer = committer;
        this.locks = locks;
        this.identity = identity;
        this.pushConfig = pushConfig;
    }

    /** A tombstone was set in the room: its members here get their push rules for the new room, before they are in it. */
    public void replaced(RoomId old) {
        successor(old)
                .filter(room -> predecessor(room).filter(old::equals).isPresent())
                .ifPresent(room -> {
                    var joined = memberships.joinedTo(List.of(old, room));
                    var settled = joined.getOrDefault(room, Set.of());
                    joined.getOrDefault(old, Set.of()).stream()
                            .filter(user -> user.isLocalTo(identity.server()))
                            .forEach(user -> carry(user, old, room, settled.contains(user)));
                });
    }

    /** The user joined the room: if they were in the one before it, what they made of that holds for this one too. */
    public void joined(UserId user, RoomId room) {
        predecessor(room)
                .filter(old -> successor(old).filter(room::equals).isPresent())
                .filter(old -> memberships.find(old, user).isPresent())
                .ifPresent(old -> carry(user, old, room, true));
    }

    private Optional<RoomId> predecessor(RoomId room) {
        return heads.find(room)
                .flatMap(live -> live.interpreted(EventType.CREATE))
                .flatMap(create -> CreateContent.of(create).predecessor());
    }

    private Optional<RoomId> successor(RoomId old) {
        return heads.find(old)
                .flatMap(live -> live.state().get(EventType.TOMBSTONE))
                .flatMap(this::event)
                .flatMap(tombstone -> tombstone.event().content().string("replacement_room"))
                .flatMap(RoomId::find);
    }

    private Optional<StoredEvent> event(EventId id) {
        return Optional.ofNullable(events.events(Set.of(id)).get(id));
    }

    private void carry(UserId user, RoomId old, RoomId room, boolean settled) {
        locks.with(user, () -> {
            carryPushRules(user, old, room);
            if (settled) {
                carryTags(user, old, room);
                carryDirectChats(user, old, room);
            }
        });
    }

    private void carryPushRules(UserId user, RoomId old, RoomId room) {
        var type = AccountDataType.PUSH_RULES.value();
        var stored = accountData.find(user, Optional.empty(), type).orElse(JsonObject.EMPTY);
        var before = PushRuleset.of(user, stored, pushConfig.defaults());
        var after = before.alsoFor(room, old).changes();
        if (!after.equals(before.changes())) {
            committer.commit(new AccountDataChange(user, Optional.empty(), type, after));
        }
    }

    private void carryTags(UserId user, RoomId old, RoomId room) {
        if (accountData.find(user, Optional.of(room), TAGS).isEmpty()) {
            accountData
                    .find(user, Optional.of(old), TAGS)
                    .ifPresent(tags -> committer.commit(new AccountDataChange(user, Optional.of(room), TAGS, tags)));
        }
    }

    private void carryDirectChats(UserId user, RoomId old, RoomId room) {
        var before = accountData.find(user, Optional.empty(), DIRECT).orElse(JsonObject.EMPTY);
        var after = before;
        for (var other : before.names()) {
            var chats = before.array(other).orElse(JsonArray.EMPTY);
            if (has(chats, old) && !has(chats, room)) {
                var values = new ArrayList<>(chats.values());
                values.add(new JsonString(room.value()));
                after = after.with(other, new JsonArray(values));
            }
        }
        if (!after.equals(before)) {
            committer.commit(new AccountDataChange(user, Optional.empty(), DIRECT, after));
        }
    }

    private static boolean has(JsonArray chats, RoomId room) {
        return chats.stringsIn().anyMatch(room.value()::equals);
    }
}
