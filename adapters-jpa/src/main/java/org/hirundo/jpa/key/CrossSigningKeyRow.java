package org.hirundo.jpa.key;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.jpa.common.Digest;
import org.hirundo.jpa.common.StoredJson;
import org.hirundo.jpa.common.StoredText;
import org.hirundo.jpa.common.UpsertTable;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "cross_signing_key")
class CrossSigningKeyRow {

    static final UpsertTable TABLE = UpsertTable.of("cross_signing_key", "user_id", "key_usage", "body");

    @Id
    @Column(name = "id")
    private String id = "";

    @Column(name = "user_id")
    private String userId = "";

    @Column(name = "key_usage")
    private String usage = "";

    @Column(name = "body")
    private byte[] body = {};

    CrossSigningKeyRow() {}

    static @Nullable Object[] values(UserId user, String usage, JsonObject key) {
        return new @Nullable Object[] {Digest.of(user, usage), user.toString(), StoredText.of(usage), StoredJson.of(key)
        };
    }

    UserId user() {
        return UserId.parse(userId);
    }

    String usage() {
        return StoredText.read(usage);
    }

    JsonObject key() {
        return StoredJson.object(body);
    }
}
