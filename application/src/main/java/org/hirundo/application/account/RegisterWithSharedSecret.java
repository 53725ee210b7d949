package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hirundo.application.config.PasswordConfig;
import org.hirundo.application.config.RegistrationConfig;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.request.Body;
import org.hirundo.application.session.Sessions;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.RegistrationDisabled;
import org.hirundo.domain.json.JsonObject;

/**
 * Somebody who knows the server's secret registers a user, an administrator if they like: {@code POST
 * /_synapse/admin/v1/register}, which the tools of administrators call on every server.
 *
 * <p>They send the HMAC-SHA1 by the secret of nonce, user name, password and {@code admin} or {@code notadmin} (and the user
 * type, if one is given), with NUL between them.
 */
@Singleton
public final class RegisterWithSharedSecret {

    private final RegistrationConfig config;
    private final PasswordConfig passwords;
    private final RegistrationNonces nonces;
    private final Usernames usernames;
    private final NewAccounts accounts;
    private final Sessions sessions;
    private final RateLimiter limits;

    @Inject
    RegisterWithSharedSecret(
            RegistrationConfig config,
            PasswordConfig passwords,
            RegistrationNonces nonces,
            Usernames usernames,
            NewAccounts accounts,
            Sessions sessions,
            RateLimiter limits) {
        this.config = config;
        this.passwords = passwords;
        this.nonces = nonces;
        this.usernames = usernames;
        this.accounts = accounts;
        this.sessions = sessions;
        this.limits = limits;
    }

    /** A request to register, and where it comes from. */
    public record Registration(JsonObject body, String address) {}

    /**
     * Makes the account, and begins a session.
     *
     * @throws RegistrationDisabled when there is no shared secret
     * @throws Forbidden when the HMAC is not by it
     * @throws InvalidParam when the nonce is not one of the last minute, or was used
     * @throws org.hirundo.domain.error.MatrixException when the name cannot be had or the password is too weak
     */
    public Sessions.Opened register(Registration registration) {
        var secret = config.sharedSecret()
                .orElseThrow(() -> new RegistrationDisabled("Shared secret registration is not enabled"));
        limits.spendFrom(registration.address(), Cost.REGISTRATION_QUERY);
        var body = new Body(registration.body());
        var wanted = new Sessions.Wanted(
                Optional.empty(), body.string("initial_device_display_name"), false, registration.address());
        checkMac(body, secret);
        var password = body.requiredString("password");
        passwords.policy().check(password);
        var user = usernames.available(body.requiredString("username"));
        accounts.create(user, password, body.bool("admin").orElse(false));
        return sessions.open(user, wanted);
    }

    private void checkMac(Body body, String secret) {
        var nonce = body.requiredString("nonce");
        if (!nonces.use(nonce)) {
            throw new InvalidParam("The nonce is not known");
        }
        var parts = List.of(
                nonce,
                body.requiredString("username"),
                body.requiredString("password"),
                body.bool("admin").orElse(false) ? "admin" : "notadmin");
        var signed = String.join("\0", parts)
                + body.string("user_type").map(type -> "\0" + type).orElse("");
        var given = body.requiredString("mac").toLowerCase(Locale.ROOT);
        if (!MessageDigest.isEqual(
                hmac(secret, signed).getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))) {
            throw new Forbidden("HMAC incorrect");
        }
    }

    private static String hmac(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA1", e);
        }
    }
}
