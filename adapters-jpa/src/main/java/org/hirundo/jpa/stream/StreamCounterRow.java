package org.hirundo.jpa.stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row of the counter. Its only column serves as its id: entities must have one. */
@Entity
@Table(name = "stream_counter")
class StreamCounterRow {

    @Id
    @Column(name = "stream_position")
    long streamPosition;

    protected StreamCounterRow() {}
}
