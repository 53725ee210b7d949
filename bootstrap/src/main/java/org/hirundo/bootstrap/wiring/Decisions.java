package org.hirundo.bootstrap.wiring;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.hirundo.application.config.Appservices;
import org.hirundo.application.config.Identity;
import org.hirundo.application.config.MediaConfig;
import org.hirundo.application.config.OutboundConfig;
import org.hirundo.application.config.PasswordConfig;
import org.hirundo.application.config.ProfileConfig;
import org.hirundo.application.config.PushConfig;
import org.hirundo.application.config.RateLimitConfig;
import org.hirundo.application.config.RegistrationConfig;
import org.hirundo.application.config.RoomConfig;
import org.hirundo.application.config.SessionConfig;
import org.hirundo.application.config.UiaConfig;
import org.hirundo.application.config.VoipConfig;
import org.hirundo.bootstrap.config.Configuration;
import org.hirundo.bootstrap.config.LimitOptions;
import org.hirundo.bootstrap.config.Options;
import org.hirundo.bootstrap.data.DataDirectory;
import org.hirundo.domain.account.PasswordPolicy;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.push.PushDefaults;
import org.hirundo.rest.common.TrustedProxies;
import org.hirundo.rest.wellknown.WellKnown;

/** Hands out what administrators decided, as the records that use cases ask for. */
@Singleton
public final class Decisions {

    @Produces
    @Singleton
    Configuration configuration() {
        return Configuration.current();
    }

    @Produces
    @Singleton
    Identity identity(Configuration configuration, DataDirectory data, RandomGenerator random) throws IOException {
        return new Identity(configuration.get(Options.SERVER_NAME), data.signingKey(random));
    }

    @Produces
    @Singleton
    RegistrationConfig registration(Configuration configuration, DataDirectory data, RandomGenerator random)
            throws IOException {
        var given = configuration.get(Options.REGISTRATION_SHARED_SECRET);
        return new RegistrationConfig(
                configuration.get(Options.REGISTRATION_MODE),
                Set.copyOf(configuration.get(Options.REGISTRATION_TOKENS)),
                Optional.of(given.isPresent() ? given.get() : data.registrationSecret(random)),
                configuration.get(Options.REGISTRATION_GUESTS));
    }

    @Produces
    @Singleton
    PasswordConfig passwords(Configuration configuration) {
        return new PasswordConfig(
                new PasswordPolicy(configuration.get(Options.PASSWORD_MIN_LENGTH), PasswordPolicy.DEFAULT.maxBytes()),
                configuration.get(Options.PASSWORD_LOGIN),
                configuration.get(Options.PASSWORD_CHANGE));
    }

    @Produces
    @Singleton
    SessionConfig sessions(Configuration configuration) {
        return new SessionConfig(
                configuration.get(Options.SESSION_REFRESHABLE_LIFETIME),
                configuration.get(Options.SESSION_TOKEN_LIFETIME),
                configuration.get(Options.SESSION_REFRESH_LIFETIME));
    }

    @Produces
    @Singleton
    UiaConfig uia(Configuration configuration) {
        return new UiaConfig(configuration.get(Options.UIA_LIFETIME));
    }

    @Produces
    @Singleton
    RateLimitConfig limits(Configuration configuration) {
        return LimitOptions.config(configuration);
    }

    @Produces
    @Singleton
    ProfileConfig profiles() {
        return ProfileConfig.DEFAULT;
    }

    @Produces
    @Singleton
    RoomConfig rooms(Configuration configuration) {
        return new RoomConfig(configuration.get(Options.ROOM_VERSION));
    }

    @Produces
    @Singleton
    PushConfig push(Configuration configuration) {
        return new PushConfig(
                configuration.get(Options.PUSH_LEGACY_MENTIONS)
                        ? PushDefaults.WITH_LEGACY_MENTIONS
                        : PushDefaults.SPECIFIED,
                configuration.get(Options.PUSH_BADGE));
    }

    @Produces
    @Singleton
    MediaConfig media(Configuration configuration) {
        return new MediaConfig(
                configuration.get(Options.MEDIA_MAX_UPLOAD),
                configuration.get(Options.MEDIA_MAX_THUMBNAIL),
                configuration.get(Options.MEDIA_UNUSED_LIFETIME),
                configuration.get(Options.MEDIA_MAX_PENDING),
                configuration.get(Options.MEDIA_MAX_WAIT),
                configuration.get(Options.MEDIA_UNAUTHENTICATED) ? Instant.MAX : Instant.EPOCH);
    }

    @Produces
    @Singleton
    VoipConfig voip(Configuration configuration) {
        return new VoipConfig(
                configuration.get(Options.TURN_URIS),
                configuration.get(Options.TURN_SHARED_SECRET),
                configuration.get(Options.TURN_LIFETIME));
    }

    @Produces
    @Singleton
    Appservices appservices(Configuration configuration) {
        return configuration.appservices();
    }

    @Produces
    @Singleton
    OutboundConfig outbound(Configuration configuration) {
        return new OutboundConfig(configuration.get(Options.OUTBOUND_ALLOWED));
    }

    @Produces
    @Singleton
    TrustedProxies trustedProxies(Configuration configuration) {
        return new TrustedProxies(configuration.get(Options.TRUSTED_PROXIES));
    }

    @Produces
    @Singleton
    WellKnown wellKnown(Configuration configuration) {
        var contacts = new ArrayList<WellKnown.Contact>();
        var user = configuration.get(Options.SUPPORT_USER).map(UserId::toString);
        var email = configuration.get(Options.SUPPORT_EMAIL);
        if (user.isPresent() || email.isPresent()) {
            contacts.add(new WellKnown.Contact("m.role.admin", user, email));
        }
        return new WellKnown(
                configuration.get(Options.PUBLIC_URL),
                configuration.get(Options.FEDERATION_ADDRESS),
                contacts,
                configuration.get(Options.SUPPORT_PAGE));
    }
}
