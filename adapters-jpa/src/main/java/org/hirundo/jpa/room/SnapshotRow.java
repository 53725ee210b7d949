package org.hirundo.jpa.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.state.Snapshot;
import org.hirundo.jpa.common.SqlTable;
import org.hirundo.jpa.common.Text;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "state_snapshot")
class SnapshotRow {

    static final SqlTable TABLE = SqlTable.of("state_snapshot", "snapshot_id", "ordinal, base_id, delta");

    @Id
    @Column(name = "snapshot_id")
    String snapshotId;

    @Column(name = "ordinal")
    long ordinal;

    @Column(name = "base_id")
    @Nullable String baseId;

    /** Written by {@link DeltaCodec}. */
    @Column(name = "delta")
    byte[] delta;

    @SuppressWarnings("NullAway.Init") // Jakarta Persistence fills the fields
    protected SnapshotRow() {}

    static @Nullable Object[] values(Snapshot snapshot) {
        return new @Nullable Object[] {
            Text.stored(snapshot.id()),
            snapshot.ordinal(),
            Text.stored(snapshot.base()),
            DeltaCodec.encode(snapshot.delta())
        };
    }

    Snapshot toSnapshot() {
        return new Snapshot(
                new EventId(Text.read(snapshotId)),
                ordinal,
                Text.find(baseId).map(EventId::new),
                DeltaCodec.decode(delta));
    }
}
