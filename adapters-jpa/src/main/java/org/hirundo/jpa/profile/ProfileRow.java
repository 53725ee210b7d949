package org.hirundo.jpa.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.jpa.common.StoredJson;

@Entity
@Table(name = "profile")
class ProfileRow {

    @Id
    @Column(name = "user_id")
    private String userId = "";

    @Column(name = "body")
    private byte[] body = {};

    ProfileRow() {}

    ProfileRow(UserId user, JsonObject profile) {
        userId = user.toString();
        body = StoredJson.of(profile);
    }

    UserId user() {
        return UserId.parse(userId);
    }

    JsonObject profile() {
        return StoredJson.object(body);
    }

    void set(JsonObject profile) {
        body = StoredJson.of(profile);
    }
}
