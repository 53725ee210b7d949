package org.hirundo.jpa.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.jpa.common.Json;
import org.hirundo.jpa.common.SqlTable;

@Entity
@Table(name = "profile")
class ProfileRow {

    static final SqlTable TABLE = SqlTable.of("profile", "user_id", "profile");

    @Id
    @Column(name = "user_id")
    String userId;

    @Column(name = "profile")
    byte[] profile;

    @SuppressWarnings("NullAway.Init") // Jakarta Persistence fills the fields
    protected ProfileRow() {}

    JsonObject toProfile() {
        return Json.object(profile);
    }
}
