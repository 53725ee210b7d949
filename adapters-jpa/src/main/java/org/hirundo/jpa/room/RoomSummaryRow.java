package org.hirundo.jpa.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.hirundo.application.port.stream.RoomSummary;
import org.hirundo.domain.id.RoomId;
import org.hirundo.jpa.common.StoredText;
import org.hirundo.jpa.common.UpsertTable;
import org.jspecify.annotations.Nullable;

/** The public face of a room, with the texts that searches look through without regard to letter case. */
@Entity
@Table(name = "room_summary")
class RoomSummaryRow {

    static final UpsertTable TABLE = new UpsertTable(
            "room_summary",
            List.of("room"),
            List.of(
                    "name",
                    "topic",
                    "avatar_url",
                    "canonical_alias",
                    "join_rule",
                    "room_type",
                    "encryption",
                    "world_readable",
                    "guest_can_join",
                    "joined_members",
                    "invited_members",
                    "folded_name",
                    "folded_topic",
                    "folded_alias",
                    "folded_room"));

    @Id
    @Column(name = "room")
    private String room = "";

    @Column(name = "name")
    private @Nullable String name;

    @Column(name = "topic")
    private @Nullable String topic;

    @Column(name = "avatar_url")
    private @Nullable String avatarUrl;

    @Column(name = "canonical_alias")
    private @Nullable String canonicalAlias;

    @Column(name = "join_rule")
    private String joinRule = "";

    @Column(name = "room_type")
    private @Nullable String roomType;

    @Column(name = "encryption")
    private @Nullable String encryption;

    @Column(name = "world_readable")
    private boolean worldReadable;

    @Column(name = "guest_can_join")
    private boolean guestCanJoin;

    @Column(name = "joined_members")
    private int joinedMembers;

    @Column(name = "invited_members")
    private int invitedMembers;

    @Column(name = "folded_name")
    private String foldedName = "";

    @Column(name = "folded_topic")
    private String foldedTopic = "";

    @Column(name = "folded_alias")
    private String foldedAlias = "";

    @Column(name = "folded_room")
    private String foldedRoom = "";

    /** For the provider. */
    protected RoomSummaryRow() {}

    static @Nullable Object[] values(RoomId room, RoomSummary summary) {
        return new @Nullable Object[] {
            room.toString(),
            StoredText.of(summary.name()),
            StoredText.of(summary.topic()),
            StoredText.of(summary.avatarUrl()),
            StoredText.of(summary.canonicalAlias()),
            StoredText.of(summary.joinRule()),
            StoredText.of(summary.roomType()),
            StoredText.of(summary.encryption()),
            summary.worldReadable(),
            summary.guestCanJoin(),
            summary.joinedMembers(),
            summary.invitedMembers(),
            folded(summary.name().orElse("")),
            folded(summary.topic().orElse("")),
            folded(summary.canonicalAlias().orElse("")),
            folded(room.toString())
        };
    }

    /** The text as the folded columns hold it: what differs in letter case alone is the same. */
    static String folded(String text) {
        var folded = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> Character.toLowerCase(Character.toUpperCase(character)))
                .forEach(folded::appendCodePoint);
        return StoredText.of(folded.toString());
    }

    /** Whose face it is. */
    RoomId room() {
        return new RoomId(room);
    }

    /** The face. */
    RoomSummary summary() {
        return new RoomSummary(
                StoredText.find(name),
                StoredText.find(topic),
                StoredText.find(avatarUrl),
                StoredText.find(canonicalAlias),
                StoredText.read(joinRule),
                StoredText.find(roomType),
                StoredText.find(encryption),
                worldReadable,
                guestCanJoin,
                joinedMembers,
                invitedMembers);
    }
}
