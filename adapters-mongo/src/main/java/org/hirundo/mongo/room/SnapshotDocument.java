package org.hirundo.mongo.room;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.state.Snapshot;
import org.hirundo.mongo.common.Fields;

/**
 * A snapshot as it is stored; its identity is its name. MongoDB takes no document larger than 16 MiB, so of a very large
 * delta the document holds the first part only; the others are documents of their own, whose identity is name and number.
 */
final class SnapshotDocument {

    static final String COLLECTION = "snapshots";
    static final String PARTS = "snapshot_parts";
    static final String BASE = "base";
    static final String PART_OF = "_id.snapshot";
    static final String MORE = "moreParts";

    static final int LARGEST_PART = 8 << 20;

    private static final String DELTA = "delta";

    private SnapshotDocument() {}

    /** The document, and after it those of the other parts. */
    static List<Document> of(Snapshot snapshot) {
        var delta = SnapshotCodec.encode(snapshot.delta());
        var documents = new ArrayList<Document>();
        var name = snapshot.id().toString();
        int first = Math.min(delta.length, LARGEST_PART);
        documents.add(new Document(Fields.ID, name)
                .append("ordinal", snapshot.ordinal())
                .append(BASE, snapshot.base().map(EventId::toString).orElse(null))
                .append(MORE, delta.length > first)
                .append(DELTA, new Binary(Arrays.copyOf(delta, first))));
        for (int from = first; from < delta.length; from += LARGEST_PART) {
            int to = Math.min(delta.length, from + LARGEST_PART);
            documents.add(new Document(Fields.ID, new Document("snapshot", name).append("part", documents.size()))
                    .append(DELTA, new Binary(Arrays.copyOfRange(delta, from, to))));
        }
        return documents;
    }

    static EventId name(Document document) {
        return new EventId(document.getString(Fields.ID));
    }

    static boolean hasMoreParts(Document document) {
        return document.getBoolean(MORE);
    }

    static byte[] delta(Document document) {
        return document.get(DELTA, Binary.class).getData();
    }

    /** The snapshot, of whose delta all parts are there. */
    static Snapshot snapshot(Document document, byte[] delta) {
        return new Snapshot(
                name(document),
                document.getLong("ordinal"),
                Fields.string(document, BASE).map(EventId::new),
                SnapshotCodec.decode(delta));
    }
}
