package org.hirundo.application.threepid;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import org.hirundo.application.port.threepid.Threepid;
import org.hirundo.application.port.threepid.Validation.Purpose;
import org.hirundo.application.port.threepid.ValidationStore;
import org.hirundo.application.request.Body;
import org.hirundo.domain.crypto.Hashes;
import org.hirundo.domain.crypto.UnpaddedBase64;
import org.hirundo.domain.id.EmailAddress;
import org.hirundo.domain.json.JsonObject;

/** What has been shown of mail addresses. */
@Singleton
public final class Validations {

    private final ValidationStore store;
    private final InstantSource clock;

    @Inject
    Validations(ValidationStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The id of the session of a client: what it asks for the same address with the same secret is one session. Nobody else can
     * know the secret, and it is not stored.
     */
    static String sid(Purpose purpose, EmailAddress address, String clientSecret) {
        var text = String.join("\0", purpose.name(), address.toString(), clientSecret);
        return UnpaddedBase64.encodeUrlSafe(Hashes.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The identifier that a client shows to be its user's, with the {@code sid} and {@code client_secret} of the session.
     *
     * @param purpose what it is shown for; what was shown for another does not count
     * @param credentials which hold both
     * @return empty when that was not shown
     * @throws org.hirundo.domain.error.MatrixException when one of them is missing or cannot be
     */
    public Optional<Threepid> shown(Purpose purpose, JsonObject credentials) {
        var body = new Body(credentials);
        var sid = Opaque.read(body, "sid");
        var clientSecret = Opaque.read(body, "client_secret");
        var now = clock.instant();
        return store.find(sid, now)
                .filter(found -> found.purpose() == purpose)
                .filter(found -> sid(purpose, found.address(), clientSecret).equals(sid))
                .flatMap(found -> found.validatedAt().map(at -> new Threepid(found.address(), at, now)));
    }

    /** The session has served its purpose. */
    public void end(String sid) {
        store.remove(sid);
    }
}
