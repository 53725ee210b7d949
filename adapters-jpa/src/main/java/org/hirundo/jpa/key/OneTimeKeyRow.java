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
@Table(name = "one_time_key")
@IdClass(OneTimeKeyRow.Key.class)
class OneTimeKeyRow {

    static final SqlTable TABLE =
            SqlTable.of("one_time_key", "user_id, device_id, algorithm, key_version", "ordinal, one_time_key");

    record Key(String userId, String deviceId, String algorithm, String keyVersion) {}

    @Id
    @Column(name = "user_id")
    String userId;

    @Id
    @Column(name = "device_id")
    String deviceId;

    @Id
    @Column(name = "algorithm")
    String algorithm;

    @Id
    @Column(name = "key_version")
    String keyVersion;

    /** The place in upload order among the keys of the device. */
    @Column(name = "ordinal")
    long ordinal;

    @Column(name = "one_time_key")
    byte[] oneTimeKey;

    @SuppressWarnings("NullAway.Init") // Jakarta Persistence fills the fields
    protected OneTimeKeyRow() {}

    OneTimeKey toKey() {
        return new OneTimeKey(new KeyId(Text.read(algorithm), Text.read(keyVersion)), Json.value(oneTimeKey));
    }
}
