package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.hirundo.application.cache.ByteBoundedCache;
import org.hirundo.application.cache.MemoryBudget;
import org.hirundo.application.port.room.RoomStore;
import org.hirundo.application.port.stream.RoomCommit;
import org.hirundo.application.port.stream.RoomSummary;
import org.hirundo.application.stream.Committed;
import org.hirundo.application.stream.Stream;
import org.hirundo.application.stream.StreamListener;
import org.hirundo.domain.id.RoomId;

/** What rooms show of themselves, remembered and kept in step with the stream: lists of rooms are filtered by it at every look. */
@Singleton
final class RoomFaces implements StreamListener {

    private final RoomStore rooms;
    private final ByteBoundedCache<RoomId, RoomSummary> known;

    /** Counts changes: what was read while there was one may be from before it and is not remembered. */
    private final AtomicLong changes = new AtomicLong();

    @Inject
    RoomFaces(RoomStore rooms, Stream stream, MemoryBudget budget) {
        this.rooms = rooms;
        known = new ByteBoundedCache<>(
                budget, (room, face) -> 400 + 2L * length(face.topic()) + 2L * length(face.name()));
        stream.listen(this);
    }

    private static int length(Optional<String> text) {
        return text.map(String::length).orElse(0);
    }

    /** The faces of the rooms; unknown rooms are absent. One read for those that are not remembered. */
    Map<RoomId, RoomSummary> of(Collection<RoomId> wanted) {
        var found = HashMap.<RoomId, RoomSummary>newHashMap(wanted.size());
        var missing = new HashSet<RoomId>();
        for (var room : wanted) {
            known.get(room).ifPresentOrElse(face -> found.put(room, face), () -> missing.add(room));
        }
        if (!missing.isEmpty()) {
            var before = changes.get();
            var read = rooms.summaries(missing);
            synchronized (changes) {
                if (changes.get() == before) {
                    read.forEach(known::put);
                }
            }
            found.putAll(read);
        }
        return found;
    }

    @Override
    public void committed(List<Committed> batch) {
        for (var committed : batch) {
            if (committed.change() instanceof RoomCommit commit
                    && commit.summary().isPresent()) {
                synchronized (changes) {
                    changes.incrementAndGet();
                    known.update(commit.room(), _ -> commit.summary().get());
                }
            }
        }
    }
}
