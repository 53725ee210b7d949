package org.hirundo.jpa.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hirundo.application.port.room.RoomSummary;
import org.hirundo.domain.id.RoomId;
import org.hirundo.jpa.common.SqlTable;
import org.hirundo.jpa.common.Text;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "room_summary")
class RoomSummaryRow {

    static final SqlTable TABLE = SqlTable.of(
            "room_summary",
            "room_id",
            "name, topic, avatar_url, canonical_alias, join_rule, room_type, encryption, world_readable,"
                    + " guest_can_join, joined_members, invited_members, search_text");

    @Id
    @Column(name = "room_id")
    String roomId;

    @Column(name = "name")
    @Nullable String name;

    @Column(name = "topic")
    @Nullable String topic;

    @Column(name = "avatar_url")
    @Nullable String avatarUrl;

    @Column(name = "canonical_alias")
    @Nullable String canonicalAlias;

    @Column(name = "join_rule")
    String joinRule;

    @Column(name = "room_type")
    @Nullable String roomType;

    @Column(name = "encryption")
    @Nullable String encryption;

    @Column(name = "world_readable")
    boolean worldReadable;

    @Column(name = "guest_can_join")
    boolean guestCanJoin;

    @Column(name = "joined_members")
    int joinedMembers;

    @Column(name = "invited_members")
    int invitedMembers;

    /** What a search looks into, see {@link SearchText}. */
    @Column(name = "search_text")
    String searchText;

    @SuppressWarnings("NullAway.Init") // Jakarta Persistence fills the fields
    protected RoomSummaryRow() {}

    static @Nullable Object[] values(RoomId room, RoomSummary summary) {
        return new @Nullable Object[] {
            Text.stored(room),
            Text.stored(summary.name()),
            Text.stored(summary.topic()),
            Text.stored(summary.avatarUrl()),
            Text.stored(summary.canonicalAlias()),
            Text.stored(summary.joinRule()),
            Text.stored(summary.roomType()),
            Text.stored(summary.encryption()),
            summary.worldReadable(),
            summary.guestCanJoin(),
            summary.joinedMembers(),
            summary.invitedMembers(),
            SearchText.of(room, summary)
        };
    }

    RoomId room() {
        return new RoomId(Text.read(roomId));
    }

    RoomSummary toSummary() {
        return new RoomSummary(
                Text.find(name),
                Text.find(topic),
                Text.find(avatarUrl),
                Text.find(canonicalAlias),
                Text.read(joinRule),
                Text.find(roomType),
                Text.find(encryption),
                worldReadable,
                guestCanJoin,
                joinedMembers,
                invitedMembers);
    }
}
