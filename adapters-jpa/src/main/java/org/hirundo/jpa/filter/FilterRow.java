package org.hirundo.jpa.filter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hirundo.jpa.common.SqlTable;

@Entity
@Table(name = "sync_filter")
@IdClass(FilterRow.Key.class)
class FilterRow {

    static final SqlTable TABLE = SqlTable.of("sync_filter", "user_id, filter_id", "definition");

    record Key(String userId, String filterId) {}

    @Id
    @Column(name = "user_id")
    String userId;

    @Id
    @Column(name = "filter_id")
    String filterId;

    @Column(name = "definition")
    byte[] definition;

    @SuppressWarnings("NullAway.Init") // Jakarta Persistence fills the fields
    protected FilterRow() {}
}
