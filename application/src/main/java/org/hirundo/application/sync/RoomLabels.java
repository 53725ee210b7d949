package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.hirundo.application.cache.ByteBoundedCache;
import org.hirundo.application.cache.MemoryBudget;
import org.hirundo.application.port.accountdata.AccountDataStore;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.stream.Committed;
import org.hirundo.application.stream.Stream;
import org.hirundo.application.stream.StreamListener;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;

/** How users sort their rooms: which are direct chats, and which tags they have. Remembered and kept in step with the stream. */
@Singleton
final class RoomLabels implements StreamListener {

    private static final String DIRECT = "m.direct";
    private static final String TAGS = "m.tag";

    private final AccountDataStore store;
    private final Stream stream;
    private final ByteBoundedCache<UserId, Labels> known;

    /** Counts changes: what was read while there was one may be from before it and is not remembered. */
    private final AtomicLong changes = new AtomicLong();

    /** The labels of one user's rooms; rooms without tags are absent. */
    record Labels(Set<RoomId> direct, Map<RoomId, Set<String>> tags) {

        /** None. */
        static final Labels NONE = new Labels(Set.of(), Map.of());

        boolean isDirect(RoomId room) {
            return direct.contains(room);
        }

        Set<String> tagsOf(RoomId room) {
            return tags.getOrDefault(room, Set.of());
        }
    }

    @Inject
    RoomLabels(AccountDataStore store, Stream stream, MemoryBudget budget) {
        this.store = store;
        this.stream = stream;
        known = new ByteBoundedCache<>(
                budget,
                (user, labels) -> 200
                        + 150L * labels.direct().size()
                        + 300L * labels.tags().size());
        stream.listen(this);
    }

    /** The labels of the user's rooms; one read unless they are remembered. */
    Labels of(UserId user) {
        return known.get(user).orElseGet(() -> {
            var before = changes.get();
            var read = read(user);
            synchronized (changes) {
                if (changes.get() == before) {
                    known.put(user, read);
                }
            }
            return read;
        });
    }

    private Labels read(UserId user) {
        Set<RoomId> direct = Set.of();
        var tags = new HashMap<RoomId, Set<String>>();
        for (var entry : store.changed(user, StreamPosition.START, stream.position())) {
            if (entry.room().isEmpty() && entry.type().equals(DIRECT)) {
                direct = direct(entry.content());
            } else if (entry.room().isPresent() && entry.type().equals(TAGS)) {
                tags.put(entry.room().get(), tags(entry.content()));
            }
        }
        return new Labels(direct, Map.copyOf(tags));
    }

    private static Set<RoomId> direct(JsonObject content) {
        return content.names().stream()
                .flatMap(user -> content.array(user).stream())
                .flatMap(JsonArray::stringsIn)
                .flatMap(room -> RoomId.find(room).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> tags(JsonObject content) {
        return content.object("tags").map(tags -> Set.copyOf(tags.names())).orElse(Set.of());
    }

    @Override
    public void committed(List<Committed> batch) {
        for (var committed : batch) {
            if (committed.change() instanceof AccountDataChange change && isLabel(change.room(), change.type())) {
                synchronized (changes) {
                    changes.incrementAndGet();
                    known.remove(change.user());
                }
            }
        }
    }

    private static boolean isLabel(Optional<RoomId> room, String type) {
        return type.equals(room.isPresent() ? TAGS : DIRECT);
    }
}
