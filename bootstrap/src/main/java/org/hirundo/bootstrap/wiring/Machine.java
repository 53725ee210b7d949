package org.hirundo.bootstrap.wiring;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.hirundo.application.cache.MemoryBudget;
import org.hirundo.application.config.OutboundConfig;
import org.hirundo.application.port.Storage;
import org.hirundo.application.port.account.PasswordHashing;
import org.hirundo.application.port.media.MediaBlobs;
import org.hirundo.application.port.media.Thumbnailer;
import org.hirundo.application.port.push.PushGateway;
import org.hirundo.bootstrap.config.Configuration;
import org.hirundo.bootstrap.config.Options;
import org.hirundo.bootstrap.data.DataDirectory;
import org.hirundo.bootstrap.data.DataDirectoryInUse;
import org.hirundo.bootstrap.storage.StorageChoice;
import org.hirundo.crypto.Argon2PasswordHashing;
import org.hirundo.crypto.BouncyCastleEd25519;
import org.hirundo.domain.crypto.Ed25519;
import org.hirundo.media.files.FileBlobs;
import org.hirundo.media.thumbnail.ImageIoThumbnailer;
import org.hirundo.remote.appservice.HttpAppserviceGateway;
import org.hirundo.remote.http.Outbound;
import org.hirundo.remote.push.HttpPushGateway;

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

    @Produces
    @Singleton
    MediaBlobs mediaBlobs(DataDirectory data, InstantSource clock) throws IOException {
        return new FileBlobs(data.resolve("media"), clock);
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
    PushGateway pushGateway(Outbound outbound) {
        return new HttpPushGateway(outbound);
    }
}
