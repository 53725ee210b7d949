package org.hirundo.jpa.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.state.Snapshot;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "state_snapshot")
class SnapshotRow {

    @Id
    @Column(name = "id")
    private String id = "";

    @Column(name = "ordinal")
    private long ordinal;

    @Column(name = "base")
    private @Nullable String base;

    @Column(name = "delta")
    private byte[] delta = {};

    SnapshotRow() {}

    SnapshotRow(Snapshot snapshot) {
        id = snapshot.id().value();
        ordinal = snapshot.ordinal();
        base = snapshot.base().map(EventId::value).orElse(null);
        delta = DeltaCodec.write(snapshot.delta());
    }

    Snapshot snapshot() {
        return new Snapshot(
                new EventId(id), ordinal, Optional.ofNullable(base).map(EventId::new), DeltaCodec.read(delta));
    }
}
