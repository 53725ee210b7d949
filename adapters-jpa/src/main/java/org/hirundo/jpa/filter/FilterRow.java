package org.hirundo.jpa.filter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.jpa.common.Digest;
import org.hirundo.jpa.common.StoredJson;

@Entity
@Table(name = "stored_filter")
class FilterRow {

    @Id
    @Column(name = "id")
    private String id = "";

    @Column(name = "user_id")
    private String userId = "";

    @Column(name = "body")
    private byte[] body = {};

    FilterRow() {}

    FilterRow(UserId user, String filterId, byte[] canonical) {
        id = id(user, filterId);
        userId = user.toString();
        body = canonical;
    }

    static String id(UserId user, String filterId) {
        return Digest.of(user, filterId);
    }

    JsonObject filter() {
        return StoredJson.object(body);
    }
}
