package org.hirundo.jpa.key;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hirundo.jpa.common.SqlTable;

@Entity
@Table(name = "device_list_change")
class DeviceListChangeRow {

    static final SqlTable TABLE = SqlTable.of("device_list_change", "stream_position", "user_id");

    @Id
    @Column(name = "stream_position")
    long streamPosition;

    @Column(name = "user_id")
    String userId;

    @SuppressWarnings("NullAway.Init") // Jakarta Persistence fills the fields
    protected DeviceListChangeRow() {}
}
