package org.hirundo.contract.story;

import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.hirundo.application.account.RoomsOfUser;
import org.hirundo.application.account.TrustedNewcomers;
import org.hirundo.application.appservice.transaction.ServiceTransactions;
import org.hirundo.application.cache.EventCache;
import org.hirundo.application.cache.MembershipCache;
import org.hirundo.application.cache.MemoryBudget;
import org.hirundo.application.cache.States;
import org.hirundo.application.config.Appservices;
import org.hirundo.application.config.CaptchaConfig;
import org.hirundo.application.config.DelayedEventConfig;
import org.hirundo.application.config.Identity;
import org.hirundo.application.config.JwtConfig;
import org.hirundo.application.config.MailConfig;
import org.hirundo.application.config.MediaConfig;
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
import org.hirundo.application.delayed.DelayedSending;
import org.hirundo.application.login.Newcomers;
import org.hirundo.application.membership.LeaveAllRooms;
import org.hirundo.application.membership.ShowProfile;
import org.hirundo.application.port.Storage;
import org.hirundo.application.port.account.AccountStore;
import org.hirundo.application.port.account.PasswordHashing;
import org.hirundo.application.port.account.RegistrationTokenStore;
import org.hirundo.application.port.accountdata.AccountDataStore;
import org.hirundo.application.port.appservice.AppserviceGateway;
import org.hirundo.application.port.appservice.AppserviceStore;
import org.hirundo.application.port.backup.KeyBackupStore;
import org.hirundo.application.port.delayed.DelayedEventStore;
import org.hirundo.application.port.delayed.ErrorResponses;
import org.hirundo.application.port.directory.DirectoryStore;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.filter.FilterStore;
import org.hirundo.application.port.identity.IdentityServers;
import org.hirundo.application.port.key.DehydratedDeviceStore;
import org.hirundo.application.port.key.DeviceKeyStore;
import org.hirundo.application.port.key.OneTimeKeyStore;
import org.hirundo.application.port.login.JwtVerifier;
import org.hirundo.application.port.login.LoginTokenStore;
import org.hirundo.application.port.mail.Mailer;
import org.hirundo.application.port.media.MediaBlobs;
import org.hirundo.application.port.media.MediaStore;
import org.hirundo.application.port.media.Thumbnailer;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.port.preview.LinkReader;
import org.hirundo.application.port.preview.PreviewStore;
import org.hirundo.application.port.profile.ProfileStore;
import org.hirundo.application.port.push.PushGateway;
import org.hirundo.application.port.push.PushStore;
import org.hirundo.application.port.receipt.ReceiptStore;
import org.hirundo.application.port.relation.RelationStore;
import org.hirundo.application.port.report.ReportStore;
import org.hirundo.application.port.room.RoomStore;
import org.hirundo.application.port.search.SearchStore;
import org.hirundo.application.port.session.SessionStore;
import org.hirundo.application.port.session.TokenHash;
import org.hirundo.application.port.stream.FollowerStore;
import org.hirundo.application.port.stream.StreamStore;
import org.hirundo.application.port.thread.ThreadSubscriptionStore;
import org.hirundo.application.port.threepid.ThreepidStore;
import org.hirundo.application.port.threepid.ValidationStore;
import org.hirundo.application.port.todevice.ToDeviceStore;
import org.hirundo.application.port.uia.CaptchaService;
import org.hirundo.application.port.uia.UiaStore;
import org.hirundo.application.profile.ShownInRooms;
import org.hirundo.application.push.MailDelivery;
import org.hirundo.application.push.PushDelivery;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Committer;
import org.hirundo.application.stream.Following;
import org.hirundo.application.stream.Stream;
import org.hirundo.application.stream.Waiters;
import org.hirundo.application.time.Alarms;
import org.hirundo.domain.crypto.Ed25519;
import org.hirundo.domain.crypto.SigningKey;
import org.hirundo.domain.error.MatrixException;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.KeyId;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.RoomVersion;

/**
 * A whole server on a storage, without what speaks HTTP: use cases are wired as the product wires them, by their constructors.
 * Starting another one on the same storage is what a restart is.
 */
public final class Server implements AutoCloseable {

    /** The server's name. */
    public static final ServerName NAME = ServerName.parse("hirundo.example");

    private static final long MEMORY = 32L << 20;

    private static final RegistrationConfig OPEN =
            new RegistrationConfig(RegistrationConfig.Mode.OPEN, Optional.empty(), true);

    /** No two servers, and no two starts of one, draw the same random numbers. */
    private static final AtomicLong STARTS = new AtomicLong();

    private final Map<Class<?>, Object> parts = new HashMap<>();
    private final Map<Class<?>, Class<?>> implementations = new HashMap<>();

    private Server() {}

    /** Starts a server. */
    public static Server on(Storage storage) {
        return on(storage, storage.stream());
    }

    /** Starts a server that writes another stream than its storage's own. */
    static Server on(Storage storage, StreamStore streamStore) {
        var server = new Server();
        var budget = new MemoryBudget(MEMORY);
        var stream = new Stream(streamStore);
        var events = new EventCache(storage.events(), stream.position(), budget);
        var memberships = new MembershipCache(storage.memberships(), budget);
        var states = new States(storage.rooms(), budget);
        stream.listen(events);
        stream.listen(memberships);
        stream.listen(states);
        var clock = new SettableClock();
        var gateway = new FakeGateway();
        var web = new FakeWeb();
        var identityServer = new FakeIdentityServer();
        var mailbox = new Mailbox();
        var bridges = new FakeBridges();
        var signingKey = SigningKey.of(KeyId.parse("ed25519:story"), new byte[32]);
        return server.with(StreamStore.class, streamStore)
                .with(RoomStore.class, storage.rooms())
                .with(EventStore.class, events)
                .with(RelationStore.class, storage.relations())
                .with(MembershipStore.class, memberships)
                .with(DirectoryStore.class, storage.directory())
                .with(AccountStore.class, storage.accounts())
                .with(SessionStore.class, storage.sessions())
                .with(UiaStore.class, storage.uia())
                .with(DeviceKeyStore.class, storage.deviceKeys())
                .with(OneTimeKeyStore.class, storage.oneTimeKeys())
                .with(DehydratedDeviceStore.class, storage.dehydratedDevices())
                .with(KeyBackupStore.class, storage.keyBackups())
                .with(ToDeviceStore.class, storage.toDevice())
                .with(AccountDataStore.class, storage.accountData())
                .with(ProfileStore.class, storage.profiles())
                .with(ReceiptStore.class, storage.receipts())
                .with(FilterStore.class, storage.filters())
                .with(MediaStore.class, storage.media())
                .with(PreviewStore.class, storage.previews())
                .with(FollowerStore.class, storage.followers())
                .with(SearchStore.class, storage.search())
                .with(PushStore.class, storage.push())
                .with(ReportStore.class, storage.reports())
                .with(LoginTokenStore.class, storage.loginTokens())
                .with(DelayedEventStore.class, storage.delayedEvents())
                .with(RegistrationTokenStore.class, storage.registrationTokens())
                .with(ThreadSubscriptionStore.class, storage.threadSubscriptions())
                .with(ThreepidStore.class, storage.threepids())
                .with(ValidationStore.class, storage.validations())
                .with(AppserviceStore.class, storage.appservices())
                .with(MemoryBudget.class, budget)
                .with(Stream.class, stream)
                .with(Waiters.class, new Waiters())
                .with(MembershipCache.class, memberships)
                .with(States.class, states)
                .with(InstantSource.class, clock)
                .with(Alarms.class, clock)
                .with(RandomGenerator.class, new Random(STARTS.incrementAndGet()))
                .with(Ed25519.class, new JdkEd25519())
                .with(Identity.class, new Identity(NAME, signingKey))
                .with(RoomConfig.class, new RoomConfig(RoomVersion.DEFAULT))
                .with(RateLimitConfig.class, RateLimitConfig.DEFAULT.withEnabled(false))
                .with(RegistrationConfig.class, OPEN)
                .with(PasswordConfig.class, PasswordConfig.DEFAULT)
                .with(SessionConfig.class, SessionConfig.DEFAULT)
                .with(TermsConfig.class, TermsConfig.DEFAULT)
                .with(MailConfig.class, MailConfig.DEFAULT)
                .with(JwtConfig.class, JwtConfig.DEFAULT)
                .with(JwtVerifier.class, (token, now) -> Optional.empty())
                .with(Mailer.class, mailbox)
                .with(Mailbox.class, mailbox)
                .with(CaptchaConfig.class, CaptchaConfig.DEFAULT)
                .with(CaptchaService.class, (url, secret, response) -> response.equals("I am human"))
                .with(UiaConfig.class, UiaConfig.DEFAULT)
                .with(VoipConfig.class, VoipConfig.DEFAULT)
                .with(DelayedEventConfig.class, DelayedEventConfig.DEFAULT)
                .with(RendezvousConfig.class, RendezvousConfig.DEFAULT)
                .with(ProfileConfig.class, ProfileConfig.DEFAULT)
                .with(PushConfig.class, PushConfig.DEFAULT)
                .with(MediaConfig.class, MediaConfig.DEFAULT)
                .with(PreviewConfig.class, PreviewConfig.DEFAULT)
                .with(PasswordHashing.class, new QuickHashing())
                .with(MediaBlobs.class, new MemoryBlobs(clock))
                .with(Thumbnailer.class, new JdkThumbnailer())
                .with(LinkReader.class, web)
                .with(FakeWeb.class, web)
                .with(IdentityServers.class, identityServer)
                .with(FakeIdentityServer.class, identityServer)
                .with(PushGateway.class, gateway)
                .with(ErrorResponses.class, Server::errorResponse)
                .with(FakeGateway.class, gateway)
                .implementing(Newcomers.class, TrustedNewcomers.class)
                .with(AppserviceGateway.class, bridges)
                .with(FakeBridges.class, bridges)
                .with(Appservices.class, Bridges.REGISTERED)
                .implementing(RoomsOfUser.class, LeaveAllRooms.class)
                .implementing(ShownInRooms.class, ShowProfile.class);
    }

    /** Adapters know the codes of refusals; in stories they are called what they are here. */
    private static JsonObject errorResponse(MatrixException refusal) {
        return JsonObject.of("errcode", refusal.getClass().getSimpleName()).with("error", refusal.reason());
    }

    /** Puts a part in its place, before anything is made that needs it. */
    public <T> Server with(Class<T> type, T part) {
        parts.put(type, part);
        return this;
    }

    private <T> Server implementing(Class<T> type, Class<? extends T> implementation) {
        implementations.put(type, implementation);
        return this;
    }

    /** The one object of this class, made when it is first asked for. */
    public synchronized <T> T get(Class<T> type) {
        var known = parts.get(type);
        if (known != null) {
            return type.cast(known);
        }
        var implementation = implementations.get(type);
        return type.cast(implementation == null ? make(type) : get(implementation));
    }

    private Object make(Class<?> type) {
        Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
                .filter(candidate -> candidate.isAnnotationPresent(Inject.class))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A story's server has no " + type));
        var arguments =
                Arrays.stream(constructor.getParameterTypes()).map(this::get).toArray();
        try {
            constructor.setAccessible(true);
            var made = constructor.newInstance(arguments);
            parts.put(type, made);
            return made;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + type, e);
        }
    }

    /** The server's clock. */
    public SettableClock clock() {
        return (SettableClock) get(InstantSource.class);
    }

    /** A user of this server on a device of theirs. */
    public static Requester user(String localpart) {
        return user(localpart, "PHONE");
    }

    /** A user of this server on a device. */
    public static Requester user(String localpart, String device) {
        return requester(localpart, device, Requester.Kind.USER, false);
    }

    /** A guest on this server. */
    public static Requester guest(String localpart) {
        return requester(localpart, "GUEST", Requester.Kind.GUEST, false);
    }

    /** An administrator of this server. */
    public static Requester admin(String localpart) {
        return requester(localpart, "DESK", Requester.Kind.USER, true);
    }

    private static Requester requester(String localpart, String device, Requester.Kind kind, boolean admin) {
        return new Requester(
                UserId.create(localpart, NAME),
                new DeviceId(device),
                kind,
                admin,
                false,
                new TokenHash(localpart + device));
    }

    /** Stops the server; the storage stays open. */
    @Override
    public void close() {
        get(DelayedSending.class).close();
        if (parts.get(ServiceTransactions.class) instanceof ServiceTransactions services) {
            services.close();
        }
        get(Following.class).close();
        get(PushDelivery.class).close();
        get(MailDelivery.class).close();
        get(Committer.class).close();
    }
}
