package org.hirundo.bootstrap.wiring;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.hirundo.application.config.Appservices;
import org.hirundo.application.config.CaptchaConfig;
import org.hirundo.application.config.DelayedEventConfig;
import org.hirundo.application.config.Identity;
import org.hirundo.application.config.JwtConfig;
import org.hirundo.application.config.MailConfig;
import org.hirundo.application.config.MediaConfig;
import org.hirundo.application.config.OutboundConfig;
import org.hirundo.application.config.PasswordConfig;
import org.hirundo.application.config.PreviewConfig;
import org.hirundo.application.config.ProfileConfig;
import org.hirundo.application.config.PushConfig;
import org.hirundo.application.config.RateLimitConfig;
import org.hirundo.application.config.RegistrationConfig;
import org.hirundo.application.config.RendezvousConfig;
import org.hirundo.application.config.RoomConfig;
import org.hirundo.application.config.SessionConfig;
import org.hirundo.application.config.TermsConfig;
import org.hirundo.application.config.UiaConfig;
import org.hirundo.application.config.VoipConfig;
import org.hirundo.bootstrap.config.Configuration;
import org.hirundo.bootstrap.config.JwtOptions;
import org.hirundo.bootstrap.config.LimitOptions;
import org.hirundo.bootstrap.config.MediaOptions;
import org.hirundo.bootstrap.config.Options;
import org.hirundo.bootstrap.data.DataDirectory;
import org.hirundo.domain.account.PasswordPolicy;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.push.PushDefaults;
import org.hirundo.domain.push.PushDefaults.Addition;
import org.hirundo.rest.common.BodyPatience;
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
                Optional.of(given.isPresent() ? given.get() : data.registrationSecret(random)),
                configuration.get(Options.REGISTRATION_GUESTS));
    }

    @Produces
    @Singleton
    TermsConfig terms(Configuration configuration) {
        return TermsConfig.of(configuration.get(Options.REGISTRATION_POLICIES));
    }

    @Produces
    @Singleton
    CaptchaConfig captcha(Configuration configuration) {
        var service = configuration.get(Options.CAPTCHA_SERVICE);
        var verifyUrl = configuration.get(Options.CAPTCHA_VERIFY_URL).orElseGet(service::verifyUrl);
        return new CaptchaConfig(configuration.get(Options.CAPTCHA_SITE_KEY).flatMap(siteKey -> configuration
                .get(Options.CAPTCHA_SECRET)
                .map(secret -> new CaptchaConfig.Captcha(service, siteKey, secret, verifyUrl))));
    }

    @Produces
    @Singleton
    JwtConfig jwt(Configuration configuration) throws IOException {
        return JwtOptions.config(configuration);
    }

    @Produces
    @Singleton
    MailConfig mail(Configuration configuration) {
        var mail = configuration
                .get(Options.PUBLIC_URL)
                .filter(_ -> configuration.get(Options.MAIL_HOST).isPresent())
                .map(publicUrl -> new MailConfig.Mail(
                        publicUrl,
                        configuration.get(Options.MAIL_LINK_LIFETIME),
                        configuration.get(Options.MAIL_AT_REGISTRATION),
                        configuration.get(Options.MAIL_REVEALS_ACCOUNTS),
                        configuration.get(Options.MAIL_NEXT_LINK_HOSTS).stream()
                                .map(host -> host.toLowerCase(Locale.ROOT))
                                .collect(Collectors.toSet())));
        return new MailConfig(mail);
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
    RendezvousConfig rendezvous(Configuration configuration) {
        return new RendezvousConfig(configuration.get(Options.RENDEZVOUS));
    }

    @Produces
    @Singleton
    DelayedEventConfig delayedEvents(Configuration configuration) {
        return new DelayedEventConfig(
                configuration.get(Options.DELAYED_MAX), configuration.get(Options.DELAYED_MAX_SCHEDULED));
    }

    @Produces
    @Singleton
    PushConfig push(Configuration configuration) {
        var additions = EnumSet.of(Addition.POLLS);
        Map.of(
                        Options.PUSH_LEGACY_MENTIONS, Addition.LEGACY_MENTIONS,
                        Options.PUSH_THREADS, Addition.THREAD_SUBSCRIPTIONS,
                        Options.PUSH_REPLIES, Addition.REPLIES,
                        Options.PUSH_ENCRYPTED, Addition.ENCRYPTED_EVENTS)
                .forEach((option, addition) -> {
                    if (configuration.get(option)) {
                        additions.add(addition);
                    }
                });
        var mails = new PushConfig.Mails(
                configuration.get(Options.PUSH_MAIL_DELAY),
                configuration.get(Options.PUSH_MAIL_PAUSE),
                configuration.get(Options.PUSH_MAIL_MAX_PAUSE));
        return new PushConfig(new PushDefaults(additions), configuration.get(Options.PUSH_BADGE), mails);
    }

    @Produces
    @Singleton
    MediaConfig media(Configuration configuration) {
        return new MediaConfig(
                configuration.get(MediaOptions.MAX_UPLOAD),
                configuration.get(MediaOptions.MAX_THUMBNAIL),
                configuration.get(MediaOptions.UNUSED_LIFETIME),
                configuration.get(MediaOptions.MAX_PENDING),
                configuration.get(MediaOptions.MAX_WAIT),
                configuration.get(MediaOptions.UNAUTHENTICATED)
                        ? configuration.get(MediaOptions.UNAUTHENTICATED_UNTIL).orElse(Instant.MAX)
                        : Instant.EPOCH,
                new MediaConfig.Quota(
                        optional(configuration.get(MediaOptions.QUOTA)),
                        optional(configuration.get(MediaOptions.QUOTA_PER_PERIOD)),
                        configuration.get(MediaOptions.QUOTA_PERIOD)));
    }

    private static OptionalLong optional(Optional<Long> number) {
        return number.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    @Produces
    @Singleton
    PreviewConfig previews(Configuration configuration) {
        return new PreviewConfig(
                configuration.get(MediaOptions.PREVIEW_ENABLED),
                configuration.get(MediaOptions.PREVIEW_ALLOWED),
                configuration.get(MediaOptions.PREVIEW_DENIED),
                PreviewConfig.DEFAULT.maxPageBytes(),
                configuration.get(MediaOptions.PREVIEW_MAX_IMAGE),
                configuration.get(MediaOptions.PREVIEW_PATIENCE),
                configuration.get(MediaOptions.PREVIEW_LIFETIME),
                configuration.get(MediaOptions.PREVIEW_KEPT),
                configuration.get(MediaOptions.PREVIEW_LANGUAGES));
    }

    @Produces
    @Singleton
    VoipConfig voip(Configuration configuration) {
        return new VoipConfig(
                configuration.get(Options.TURN_URIS),
                configuration.get(Options.TURN_SHARED_SECRET),
                configuration.get(Options.TURN_LIFETIME),
                configuration.get(Options.LIVEKIT_SERVICES));
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
    BodyPatience bodyPatience(Configuration configuration) {
        return new BodyPatience(configuration.get(Options.SERVER_BODY_PATIENCE));
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
                configuration.get(Options.WELL_KNOWN_CLIENT),
                configuration.get(Options.LIVEKIT_SERVICES),
                configuration.get(Options.FEDERATION_ADDRESS),
                contacts,
                configuration.get(Options.SUPPORT_PAGE));
    }
}
