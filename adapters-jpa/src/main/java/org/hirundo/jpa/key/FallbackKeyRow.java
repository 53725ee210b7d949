package org.hirundo.jpa.key;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hirundo.application.port.key.OneTimeKeyStore.Claim;
import org.hirundo.application.port.key.OneTimeKeyStore.OneTimeKey;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.KeyId;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.Digest;
import org.hirundo.jpa.common.StoredJson;
import org.hirundo.jpa.common.StoredText;

@Entity
@Table(name = "fallback_key")
class FallbackKeyRow {

    @Id
    @Column(name = "id")
    private String id = "";

    @Column(name = "user_id")
    private String userId = "";

    @Column(name = "device_id")
    private String deviceId = "";

    @Column(name = "algorithm")
    private String algorithm = "";

    @Column(name = "key_version")
    private String keyVersion = "";

    @Column(name = "used")
    private boolean used;

    @Column(name = "body")
    private byte[] body = {};

    FallbackKeyRow() {}

    FallbackKeyRow(UserId user, DeviceId device, OneTimeKey key) {
        id = id(user, device, key.id().algorithm());
        userId = user.toString();
        deviceId = device.toString();
        algorithm = StoredText.of(key.id().algorithm());
        set(key);
    }

    static String id(UserId user, DeviceId device, String algorithm) {
        return Digest.of(user, device, algorithm);
    }

    /** The key takes the place of the one before and is unused, unless it is just the same. */
    void replaceBy(OneTimeKey key) {
        if (!key().equals(key)) {
            set(key);
            used = false;
        }
    }

    private void set(OneTimeKey key) {
        keyVersion = StoredText.of(key.id().version());
        body = StoredJson.of(key.key());
    }

    void use() {
        used = true;
    }

    Claim claim() {
        return new Claim(UserId.parse(userId), new DeviceId(deviceId), StoredText.read(algorithm));
    }

    OneTimeKey key() {
        return new OneTimeKey(
                new KeyId(StoredText.read(algorithm), StoredText.read(keyVersion)), StoredJson.value(body));
    }
}
