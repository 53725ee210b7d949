package org.hirundo.domain.sync;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.json.JsonValue;

/**
 * Which rooms belong to a list of sliding sync.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/4186">MSC4186, SlidingRoomFilter</a>
 */
public final class SlidingRoomFilter {

    private final Optional<Boolean> direct;
    private final Optional<Boolean> encrypted;
    private final Optional<Boolean> invited;
    private final Optional<Set<Optional<String>>> types;
    private final Set<Optional<String>> notTypes;
    private final Optional<String> nameLike;
    private final Set<String> tags;
    private final Set<String> notTags;
    private final Optional<Set<RoomId>> spaces;

    private SlidingRoomFilter(RequestReader reader) {
        direct = reader.optionalFlag("is_dm");
        encrypted = reader.optionalFlag("is_encrypted");
        // The deployed form says is_invite, the accepted one is_invited.
        invited = reader.optionalFlag("is_invited").or(() -> reader.optionalFlag("is_invite"));
        types = types(reader, "room_types");
        notTypes = types(reader, "not_room_types").orElse(Set.of());
        nameLike = reader.string("room_name_like").map(SlidingRoomFilter::folded);
        tags = Set.copyOf(reader.strings("tags").orElse(List.of()));
        notTags = Set.copyOf(reader.strings("not_tags").orElse(List.of()));
        spaces = reader.identifiers("spaces", RoomId::parse);
    }

    static SlidingRoomFilter read(RequestReader reader) {
        return new SlidingRoomFilter(reader);
    }

    private static Optional<Set<Optional<String>>> types(RequestReader reader, String name) {
        return reader.values(name).map(values -> {
            var types = new LinkedHashSet<Optional<String>>();
            for (var value : values) {
                types.add(type(reader, name, value));
            }
            return Collections.unmodifiableSet(types);
        });
    }

    private static Optional<String> type(RequestReader reader, String name, JsonValue value) {
        return switch (value) {
            case JsonString(var type) -> Optional.of(type);
            case JsonNull.NULL -> Optional.empty();
            default -> throw reader.bad(name, "an array of strings and null");
        };
    }

    private static String folded(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** Whether it looks at what the room shows of itself: encryption, type or name. */
    public boolean looksAtFace() {
        return encrypted.isPresent() || types.isPresent() || !notTypes.isEmpty() || nameLike.isPresent();
    }

    /** Whether it looks at how the user sorts the room: as direct, or by tags. */
    public boolean looksAtLabels() {
        return direct.isPresent() || !tags.isEmpty() || !notTags.isEmpty();
    }

    /** The spaces to one of which the room has to belong, if that matters. */
    public Optional<Set<RoomId>> spaces() {
        return spaces;
    }

    /**
     * Whether the room passes.
     *
     * @param inSpaces the rooms that belong to one of the {@linkplain #spaces spaces}
     */
    public boolean includes(SlidingRoomTraits room, Set<RoomId> inSpaces) {
        return is(direct, room.direct())
                && is(encrypted, room.encrypted())
                && is(invited, room.invited())
                && (types.isEmpty() || types.get().contains(room.type()))
                && !notTypes.contains(room.type())
                && (nameLike.isEmpty()
                        || room.name()
                                .filter(name -> folded(name).contains(nameLike.get()))
                                .isPresent())
                && (tags.isEmpty() || room.tags().stream().anyMatch(tags::contains))
                && room.tags().stream().noneMatch(notTags::contains)
                && (spaces.isEmpty() || inSpaces.contains(room.room()));
    }

    private static boolean is(Optional<Boolean> wanted, boolean actual) {
        return wanted.isEmpty() || wanted.get() == actual;
    }
}
