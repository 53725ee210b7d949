package org.hirundo.jpa.appservice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.hirundo.application.port.appservice.AppserviceStore.Progress;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.jpa.common.StoredJson;
import org.hirundo.jpa.common.UpsertTable;

@Entity
@Table(name = "service_progress")
class ServiceProgressRow {

    static final UpsertTable TABLE =
            UpsertTable.of("service_progress", "stream_position", "transaction_number", "unacknowledged");

    private static final byte[] NOTHING = {};

    @Id
    @Column(name = "id")
    private String id = "";

    @Column(name = "stream_position")
    private long streamPosition;

    @Column(name = "transaction_number")
    private long transactionNumber;

    /** Without bytes when everything is acknowledged. */
    @Column(name = "unacknowledged")
    private byte[] unacknowledged = NOTHING;

    ServiceProgressRow() {}

    /** What the row of the service holds for the progress. */
    static Object[] of(String service, Progress progress) {
        return new Object[] {
            service,
            progress.upTo().value(),
            progress.number(),
            progress.unacknowledged().map(StoredJson::of).orElse(NOTHING)
        };
    }

    Progress progress() {
        return new Progress(
                new StreamPosition(streamPosition),
                transactionNumber,
                unacknowledged.length == 0 ? Optional.empty() : Optional.of(StoredJson.object(unacknowledged)));
    }
}
