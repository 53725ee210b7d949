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
@Table(name = "one_time_key")
class OneTimeKeyRow {

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

    @Column(name = "place")
    private long place;

    @Column(name = "body")
    private byte[] body = {};

    OneTimeKeyRow() {}

    OneTimeKeyRow(UserId user, DeviceId device, OneTimeKey key, long place) {
        id = Digest.of(user, device, key.id());
        userId = user.toString();
        deviceId = device.toString();
        algorithm = StoredText.of(key.id().algorithm());
        keyVersion = StoredText.of(key.id().version());
        this.place = place;
        body = StoredJson.of(key.key());
    }

    String id() {
        return id;
    }

    long place() {
        return place;
    }

    Claim claim() {
        return new Claim(UserId.parse(userId), new DeviceId(deviceId), StoredText.read(algorithm));
    }

    OneTimeKey key() {
        return new OneTimeKey(
                new KeyId(StoredText.read(algorithm), StoredText.read(keyVersion)), StoredJson.value(body));
    }
}
