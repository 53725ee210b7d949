package org.hirundo.jpa.preview;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.hirundo.application.port.preview.Preview;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.jpa.common.Digest;
import org.hirundo.jpa.common.StoredJson;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "preview")
class PreviewRow {

    @Id
    @Column(name = "id")
    private String id = "";

    /** The digest of the address, which is too long for some indexes. */
    @Column(name = "address_id")
    private String addressId = "";

    @Column(name = "address")
    private String address = "";

    @Column(name = "made_at")
    private long madeAt;

    @Column(name = "properties")
    private byte @Nullable [] properties;

    @Column(name = "image")
    private @Nullable String image;

    PreviewRow() {}

    PreviewRow(Preview preview) {
        id = id(preview);
        addressId = addressId(preview.address());
        address = preview.address().toString();
        madeAt = preview.madeAt().toEpochMilli();
        properties = preview.properties().map(StoredJson::of).orElse(null);
        image = preview.image().map(MxcUri::toString).orElse(null);
    }

    static String id(Preview preview) {
        return Digest.of(preview.address(), preview.madeAt().toEpochMilli());
    }

    static String addressId(URI address) {
        return Digest.of(address);
    }

    Preview preview() {
        return new Preview(
                URI.create(address),
                Instant.ofEpochMilli(madeAt),
                Optional.ofNullable(properties).map(StoredJson::object),
                Optional.ofNullable(image).map(MxcUri::parse));
    }
}
