package org.hirundo.jpa.key;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hirundo.jpa.common.SqlTable;

@Entity
@Table(name = "cross_signing_key")
@IdClass(CrossSigningKeyRow.Key.class)
class CrossSigningKeyRow {

    static final SqlTable TABLE = SqlTable.of("cross_signing_key", "user_id, key_usage", "signing_key");

    record Key(String userId, String keyUsage) {}

    @Id
    @Column(name = "user_id")
    String userId;

    @Id
    @Column(name = "key_usage")
    String keyUsage;

    @Column(name = "signing_key")
    byte[] signingKey;

    @SuppressWarnings("NullAway.Init") // Jakarta Persistence fills the fields
    protected CrossSigningKeyRow() {}
}
