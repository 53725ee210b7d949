package org.hirundo.application.push;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.hirundo.application.config.Identity;
import org.hirundo.application.config.MailConfig;
import org.hirundo.application.port.push.Pusher;
import org.hirundo.domain.crypto.Ed25519;
import org.hirundo.domain.crypto.UnpaddedBase64;

/**
 * The links in mails that end a pusher. The server signs them, so that nothing is to be kept for each and they are good as long as
 * the mail is; the address, which others need not read in the link, is in what is signed.
 */
@Singleton
final class UnsubscribeLinks {

    private final MailConfig config;
    private final Identity identity;
    private final Ed25519 ed25519;

    @Inject
    UnsubscribeLinks(MailConfig config, Identity identity, Ed25519 ed25519) {
        this.config = config;
        this.identity = identity;
        this.ed25519 = ed25519;
    }

    /** The page where the pusher can be ended. */
    URI of(Pusher.Key key) {
        var token = UnpaddedBase64.encodeUrlSafe(identity.signingKey().sign(signed(key), ed25519));
        var user = URLEncoder.encode(key.user().toString(), StandardCharsets.UTF_8);
        return config.mail().orElseThrow().page(Unsubscribe.PATH + "?user=" + user + "&token=" + token);
    }

    /** Whether the token is that of the pusher. */
    boolean isOf(Pusher.Key key, String token) {
        return UnpaddedBase64.decodeUrlSafe(token)
                .filter(signature -> ed25519.verify(
                        signed(key), signature, identity.signingKey().publicKey(ed25519)))
                .isPresent();
    }

    /** No event and no request is signed that begins like this: those are JSON. */
    private static byte[] signed(Pusher.Key key) {
        return String.join("\0", "unsubscribe", key.user().toString(), key.app(), key.pushkey())
                .getBytes(StandardCharsets.UTF_8);
    }
}
