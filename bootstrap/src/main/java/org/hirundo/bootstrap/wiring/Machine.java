package org.hirundo.bootstrap.wiring;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hirundo.application.cache.MemoryBudget;
import org.hirundo.application.config.JwtConfig;
import org.hirundo.application.config.OutboundConfig;
import org.hirundo.application.config.PreviewConfig;
import org.hirundo.application.port.Storage;
import org.hirundo.application.port.account.PasswordHashing;
import org.hirundo.application.port.delayed.ErrorResponses;
import org.hirundo.application.port.identity.IdentityServers;
import org.hirundo.application.port.login.JwtVerifier;
import org.hirundo.application.port.mail.Mailer;
import org.hirundo.application.port.media.MediaBlobs;
import org.hirundo.application.port.media.Thumbnailer;
import org.hirundo.application.port.preview.LinkReader;
import org.hirundo.application.port.push.PushGateway;
import org.hirundo.application.port.uia.CaptchaService;
import org.hirundo.bootstrap.config.Configuration;
import org.hirundo.bootstrap.config.MediaOptions;
import org.hirundo.bootstrap.config.Options;
import org.hirundo.bootstrap.data.DataDirectory;
import org.hirundo.bootstrap.data.DataDirectoryInUse;
import org.hirundo.bootstrap.storage.StorageChoice;
import org.hirundo.crypto.Argon2PasswordHashing;
import org.hirundo.crypto.BouncyCastleEd25519;
import org.hirundo.crypto.jwt.NimbusJwtVerifier;
import org.hirundo.domain.crypto.Ed25519;
import org.hirundo.media.files.FileBlobs;
import org.hirundo.media.s3.S3Blobs;
import org.hirundo.media.s3.S3Config;
import org.hirundo.media.thumbnail.ImageIoThumbnailer;
import org.hirundo.remote.appservice.HttpAppserviceGateway;
import org.hirundo.remote.captcha.HttpCaptchaService;
import org.hirundo.remote.http.Outbound;
import org.hirundo.remote.identity.HttpIdentityServers;
import org.hirundo.remote.mail.SmtpConfig;
import org.hirundo.remote.mail.SmtpMailer;
import org.hirundo.remote.preview.HttpLinkReader;
import org.hirundo.remote.push.HttpPushGateway;
import org.hirundo.rest.common.ErrorAnswer;

/** Hands out what the machine gives: time, chance, memory, files and processors. */
@Singleton
public final class Machine {

    /** What cameras make; four bytes each, so 200 MB while a thumbnail is made. */
    private static final long MAX_PIXELS = 50_000_000;

    private static final int THUMBNAILS_AT_ONCE = 2;

    @Produces
    @Singleton
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    RandomGenerator random() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    MemoryBudget memory(Configuration configuration) {
        return new MemoryBudget(configuration.get(Options.CACHE_MEMORY));
    }

    /** The key and the secret are in it before the server answers: whoever creates the first account reads the secret there. */
    @Produces
    @Singleton
    DataDirectory dataDirectory(Configuration configuration, RandomGenerator random)
            throws IOException, DataDirectoryInUse {
        var data = DataDirectory.open(configuration.get(Options.DATA_DIRECTORY));
        data.signingKey(random);
        if (configuration.get(Options.REGISTRATION_SHARED_SECRET).isEmpty()) {
            data.registrationSecret(random);
        }
        return data;
    }

    void close(@Disposes DataDirectory data) throws IOException {
        data.close();
    }

    @Produces
    @Singleton
    Storage storage(Configuration configuration, DataDirectory data) {
        return new StorageChoice(configuration, data.path()).open();
    }

    @Produces
    @Singleton
    Ed25519 ed25519() {
        return new BouncyCastleEd25519();
    }

    @Produces
    @Singleton
    PasswordHashing passwordHashing(RandomGenerator random, Configuration configuration) {
        return new Argon2PasswordHashing(random, configuration.get(Options.PASSWORD_HASHES_AT_ONCE));
    }

    /** Where nobody signs in with a token, none is good. */
    @Produces
    @Singleton
    JwtVerifier jwtVerifier(JwtConfig config) {
        return config.jwt().<JwtVerifier>map(NimbusJwtVerifier::new).orElse((token, now) -> Optional.empty());
    }

    @Produces
    @Singleton
    MediaBlobs mediaBlobs(Configuration configuration, DataDirectory data, InstantSource clock) throws IOException {
        var endpoint = configuration.get(MediaOptions.S3_ENDPOINT);
        return endpoint.isPresent()
                ? new S3Blobs(s3(configuration, endpoint.get()), data.resolve("media-incoming"), clock)
                : new FileBlobs(data.resolve("media"), clock);
    }

    void close(@Disposes MediaBlobs blobs) {
        if (blobs instanceof S3Blobs inBucket) {
            inBucket.close();
        }
    }

    private static S3Config s3(Configuration configuration, URI endpoint) {
        return new S3Config(
                endpoint,
                configuration.get(MediaOptions.S3_REGION),
                configuration.get(MediaOptions.S3_BUCKET).orElseThrow(),
                configuration.get(MediaOptions.S3_PREFIX).orElse(""),
                configuration.get(MediaOptions.S3_ACCESS_KEY).orElseThrow(),
                configuration.get(MediaOptions.S3_SECRET_KEY).orElseThrow(),
                configuration.get(MediaOptions.S3_PATH_STYLE));
    }

    @Produces
    @Singleton
    Thumbnailer thumbnailer() {
        return new ImageIoThumbnailer(MAX_PIXELS, THUMBNAILS_AT_ONCE);
    }

    @Produces
    @Singleton
    Outbound outbound(OutboundConfig config) {
        return Outbound.guarded(config);
    }

    void close(@Disposes Outbound outbound) {
        outbound.close();
    }

    /** Services are where their registrations say, in private networks mostly; nobody else has a say in what this one calls. */
    @Produces
    @Singleton
    HttpAppserviceGateway appserviceGateway() {
        return new HttpAppserviceGateway();
    }

    void close(@Disposes HttpAppserviceGateway gateway) {
        gateway.close();
    }

    @Produces
    @Singleton
    ErrorResponses errorResponses() {
        return refusal -> ErrorAnswer.of(refusal).body();
    }

    @Produces
    @Singleton
    CaptchaService captchaService(Outbound outbound) {
        return new HttpCaptchaService(outbound);
    }

    /** Where no mails are sent, nobody asks for one. */
    @Produces
    @Singleton
    Mailer mailer(Configuration configuration, InstantSource clock) {
        return configuration
                .get(Options.MAIL_HOST)
                .<Mailer>map(host -> new SmtpMailer(
                        new SmtpConfig(
                                host,
                                configuration.get(Options.MAIL_PORT),
                                configuration.get(Options.MAIL_SECURITY),
                                configuration.get(Options.MAIL_USER),
                                configuration.get(Options.MAIL_PASSWORD),
                                configuration.get(Options.MAIL_FROM).orElseThrow()),
                        configuration.get(Options.SERVER_NAME),
                        clock))
                .orElse((recipient, letter) -> {
                    throw new IllegalStateException("There is no mail server");
                });
    }

    @Produces
    @Singleton
    PushGateway pushGateway(Outbound outbound) {
        return new HttpPushGateway(outbound);
    }

    @Produces
    @Singleton
    LinkReader linkReader(Outbound outbound, PreviewConfig config) {
        return new HttpLinkReader(outbound, config);
    }

    @Produces
    @Singleton
    IdentityServers identityServers(Outbound outbound) {
        return new HttpIdentityServers(outbound);
    }
}
