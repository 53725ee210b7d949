package org.hirundo.jpa.key;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hirundo.application.port.key.OneTimeKeyStore.OneTimeKey;
import org.hirundo.domain.id.KeyId;
import org.hirundo.jpa.common.Json;
import org.hirundo.jpa.common.SqlTable;
import org.hirundo.jpa.common.Text;

@Entity
@Table(name = "fallback_key")
@IdClass(FallbackKeyRow.Key.class)
class FallbackKeyRow {

    static final SqlTable TABLE =
            SqlTable.of("fallback_key", "user_id, device_id, algorithm", "key_version, fallback_key, used");

    record Key(String userId, String deviceId, String algorithm) {}

    @Id
    @Column(name = "user_id")
    String userId;

    @Id
    @Column(name = "device_id")
    String deviceId;

    @Id
    @Column(name = "algorithm")
    String algorithm;

    @Column(name = "key_version")
    String keyVersion;

    @Column(name = "fallback_key")
    byte[] fallbackKey;

    @Column(name = "used")
    boolean used;

    @SuppressWarnings("NullAway.Init") // Jakarta Persistence fills the fields
    protected FallbackKeyRow() {}

    OneTimeKey toKey() {
        return new OneTimeKey(new KeyId(Text.read(algorithm), Text.read(keyVersion)), Json.value(fallbackKey));
    }
}
