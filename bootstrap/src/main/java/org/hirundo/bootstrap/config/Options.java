package org.hirundo.bootstrap.config;

import static org.hirundo.bootstrap.config.ValueTypes.DURATION;
import static org.hirundo.bootstrap.config.ValueTypes.PATH;
import static org.hirundo.bootstrap.config.ValueTypes.TEXT;
import static org.hirundo.bootstrap.config.ValueTypes.WEB_ADDRESS;
import static org.hirundo.bootstrap.config.ValueTypes.YES_OR_NO;
import static org.hirundo.bootstrap.config.ValueTypes.bytes;
import static org.hirundo.bootstrap.config.ValueTypes.listOf;
import static org.hirundo.bootstrap.config.ValueTypes.number;
import static org.hirundo.bootstrap.config.ValueTypes.oneOf;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.config.CaptchaConfig;
import org.hirundo.application.config.JwtConfig;
import org.hirundo.application.config.MailConfig;
import org.hirundo.application.config.Network;
import org.hirundo.application.config.PushConfig;
import org.hirundo.application.config.RegistrationConfig;
import org.hirundo.application.config.RendezvousConfig;
import org.hirundo.application.config.TermsConfig;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.RoomVersion;
import org.hirundo.remote.mail.SmtpConfig;

/** Every option there is, in the order in which they are shown. */
public final class Options {

    private static final DeclaredOptions DECLARED = new DeclaredOptions();

    public static final Option<ServerName> SERVER_NAME = option(
            Topic.SERVER,
            "server.name",
            ValueTypes.SERVER_NAME,
            "localhost",
            "The part after the colon in the ids of users and rooms. It can never be changed once there are users.");

    public static final Option<String> SERVER_ADDRESS = option(
            Topic.SERVER,
            "server.address",
            TEXT,
            "127.0.0.1",
            "The address of this machine that the server listens on; 0.0.0.0 for all. By default only programs on this"
                    + " machine reach it.");

    public static final Option<Integer> SERVER_PORT = option(
            Topic.SERVER,
            "server.port",
            number(0, 65_535),
            "8008",
            "The port the server listens on; 0 for any that is free.");

    public static final Option<Duration> SERVER_BODY_PATIENCE = option(
            Topic.SERVER,
            "server.body-patience",
            DURATION,
            "30s",
            "How long the server waits for the body of a request, besides a second for every 8 KiB of it.");

    public static final Option<Optional<URI>> PUBLIC_URL = option(
            Topic.SERVER,
            "server.public-url",
            WEB_ADDRESS.orNothing(),
            "",
            "Where clients reach the server, such as https://matrix.example.org; told to them under"
                    + " /.well-known/matrix/client.");

    public static final Option<JsonObject> WELL_KNOWN_CLIENT = option(
            Topic.SERVER,
            "server.well-known-client",
            ValueTypes.JSON_OBJECT,
            "{}",
            "What else /.well-known/matrix/client says, as a JSON object, such as {\"m.identity_server\":"
                    + " {\"base_url\": \"https://id.example.org\"}}. Told only if the server says where it is.");

    public static final Option<Optional<String>> FEDERATION_ADDRESS = option(
            Topic.SERVER,
            "server.federation-address",
            TEXT.orNothing(),
            "",
            "Host and port where other servers reach this one, such as matrix.example.org:443; told to them under"
                    + " /.well-known/matrix/server.");

    public static final Option<List<Network>> TRUSTED_PROXIES = option(
            Topic.SERVER,
            "server.trusted-proxies",
            listOf(ValueTypes.NETWORK),
            "127.0.0.0/8, ::1",
            "The reverse proxies whose X-Forwarded-For header is believed when it says where a request comes from. They"
                    + " have to set that header themselves.");

    public static final Option<List<Network>> OUTBOUND_ALLOWED = option(
            Topic.SERVER,
            "outbound.allowed-networks",
            listOf(ValueTypes.NETWORK),
            "",
            "Private networks that the server may call when somebody else names an address in them, such as that of a"
                    + " push gateway. By default it calls public addresses only.");

    public static final Option<Optional<Integer>> TLS_PORT = option(
            Topic.TLS,
            "tls.port",
            number(0, 65_535).orNothing(),
            "",
            "A second port, with TLS, such as 8448, which is where other servers look first. Needs the next two.");

    public static final Option<Optional<Path>> TLS_CERTIFICATE = option(
            Topic.TLS,
            "tls.certificate",
            PATH.orNothing(),
            "",
            "The certificate and those it depends on, as PEM, the server's first.");

    public static final Option<Optional<Path>> TLS_KEY =
            option(Topic.TLS, "tls.key", PATH.orNothing(), "", "The private key of the certificate, as PEM (PKCS#8).");

    public static final Option<Path> DATA_DIRECTORY = option(
            Topic.STORAGE,
            "data.directory",
            PATH,
            "data",
            "Where the server keeps its keys, its media and the embedded database. Back it up whole.");

    public static final Option<String> STORAGE_TYPE = option(
            Topic.STORAGE,
            "storage.type",
            TEXT,
            "sqlite",
            "sqlite, which is a file in the data directory, postgresql, mariadb or mongodb; or the name of another"
                    + " storage on the class path.");

    public static final Option<String> STORAGE_PROVIDER = option(
            Topic.STORAGE,
            "storage.provider",
            ValueTypes.JPA_PROVIDER,
            "eclipselink",
            "Which implementation of Jakarta Persistence reaches a relational database: eclipselink or hibernate. Both"
                    + " read what the other wrote.");

    public static final Option<Optional<String>> STORAGE_URL = option(
            Topic.STORAGE,
            "storage.url",
            TEXT.orNothing(),
            "",
            "Where the database is: jdbc:postgresql://host/database, jdbc:mariadb://host/database or"
                    + " mongodb://host/database. Not for sqlite.");

    public static final Option<Optional<String>> STORAGE_USER =
            option(Topic.STORAGE, "storage.user", TEXT.orNothing(), "", "The user of the database.");

    public static final Option<Optional<String>> STORAGE_PASSWORD =
            secret(Topic.STORAGE, "storage.password", "The password of the database's user.");

    public static final Option<Integer> STORAGE_CONNECTIONS = option(
            Topic.STORAGE,
            "storage.connections",
            number(1, 1000),
            "10",
            "How many connections to the database are open at most. Not for sqlite.");

    public static final Option<Long> CACHE_MEMORY = option(
            Topic.STORAGE,
            "memory.caches",
            bytes(1L << 20, 1L << 40),
            "64MiB",
            "How much memory all caches together take. It is part of the heap, which should be four times as large:"
                    + " the start script gives it 512m, or what the environment variable HIRUNDO_HEAP says.");

    public static final Option<RegistrationConfig.Mode> REGISTRATION_MODE = option(
            Topic.ACCOUNTS,
            "registration.mode",
            oneOf(RegistrationConfig.Mode.class),
            "closed",
            "Who can register: closed for nobody (administrators create accounts), token for whoever has one of the"
                    + " tokens that 'hirundo token create' makes, open for everybody on the Internet.");

    public static final Option<Optional<String>> REGISTRATION_SHARED_SECRET = secret(
            Topic.ACCOUNTS,
            "registration.shared-secret",
            "Lets programs that know it register accounts, whatever the mode, and manage registration tokens. By default the"
                    + " server makes one and keeps it in the data directory.");

    public static final Option<Boolean> REGISTRATION_GUESTS =
            option(Topic.ACCOUNTS, "registration.guests", YES_OR_NO, "no", "Whether anybody can have a guest account.");

    public static final Option<List<TermsConfig.Line>> REGISTRATION_POLICIES = option(
            Topic.ACCOUNTS,
            "registration.policies",
            listOf(ValueTypes.POLICY),
            "",
            "What people have to accept to register: a list, separated by commas, with the id of a policy, its version, a"
                    + " language, the address where it can be read and what it is called, as in: privacy_policy 1.2 en"
                    + " https://example.org/privacy-1.2.html Privacy Policy.");

    public static final Option<CaptchaConfig.Service> CAPTCHA_SERVICE = option(
            Topic.ACCOUNTS,
            "captcha.service",
            oneOf(CaptchaConfig.Service.class),
            "recaptcha",
            "Whose captcha people solve to register, if there is a secret: recaptcha, hcaptcha or turnstile. Clients know"
                    + " the first; for the others they open a page of this server.");

    public static final Option<Optional<String>> CAPTCHA_SITE_KEY = option(
            Topic.ACCOUNTS,
            "captcha.site-key",
            TEXT.orNothing(),
            "",
            "The public key that the captcha service gave. Needs the secret.");

    public static final Option<Optional<String>> CAPTCHA_SECRET = secret(
            Topic.ACCOUNTS,
            "captcha.secret",
            "The secret that the captcha service gave. With it and the public key a captcha is asked of whoever registers.");

    public static final Option<Optional<URI>> CAPTCHA_VERIFY_URL = option(
            Topic.ACCOUNTS,
            "captcha.verify-url",
            WEB_ADDRESS.orNothing(),
            "",
            "Where the captcha service is asked about answers, if not where it usually is.");

    public static final Option<Integer> PASSWORD_MIN_LENGTH = option(
            Topic.ACCOUNTS,
            "password.min-length",
            number(1, 512),
            "8",
            "How many characters a new password has at least.");

    public static final Option<Boolean> PASSWORD_LOGIN =
            option(Topic.ACCOUNTS, "password.login", YES_OR_NO, "yes", "Whether users can log in with a password.");

    public static final Option<Boolean> PASSWORD_CHANGE =
            option(Topic.ACCOUNTS, "password.change", YES_OR_NO, "yes", "Whether users can change their passwords.");

    public static final Option<Optional<JwtConfig.Algorithm>> JWT_ALGORITHM = option(
            Topic.ACCOUNTS,
            "jwt.algorithm",
            oneOf(JwtConfig.Algorithm.class).orNothing(),
            "",
            "How JSON Web Tokens are signed with which another service lets users sign in here, and get accounts when they"
                    + " come first: hs256 with jwt.secret, rs256 or es256 with jwt.public-key.");

    public static final Option<Optional<String>> JWT_SECRET = secret(
            Topic.ACCOUNTS, "jwt.secret", "The secret of hs256, of 32 bytes or more. Whoever knows it can be anybody.");

    public static final Option<Optional<Path>> JWT_PUBLIC_KEY = option(
            Topic.ACCOUNTS,
            "jwt.public-key",
            PATH.orNothing(),
            "",
            "The file with the public key of the service, as PEM (BEGIN PUBLIC KEY).");

    public static final Option<Optional<String>> JWT_ISSUER = option(
            Topic.ACCOUNTS,
            "jwt.issuer",
            TEXT.orNothing(),
            "",
            "Who has to have made the token (iss). By default anybody who has the key.");

    public static final Option<List<String>> JWT_AUDIENCES = option(
            Topic.ACCOUNTS,
            "jwt.audiences",
            listOf(TEXT),
            "",
            "For one of whom the token has to be made (aud). By default it does not matter.");

    public static final Option<String> JWT_SUBJECT_CLAIM = option(
            Topic.ACCOUNTS,
            "jwt.subject-claim",
            TEXT,
            "sub",
            "Which claim of the token says the local part of the user.");

    public static final Option<Integer> PASSWORD_HASHES_AT_ONCE = option(
            Topic.ACCOUNTS,
            "password.hashes-at-once",
            number(1, 64),
            "2",
            "How many passwords are checked at the same time; each takes a processor and 19 MiB of memory for some 50"
                    + " ms.");

    public static final Option<Duration> SESSION_REFRESHABLE_LIFETIME = option(
            Topic.ACCOUNTS,
            "session.refreshable-token-lifetime",
            DURATION,
            "1h",
            "How long an access token lasts whose client can exchange refresh tokens.");

    public static final Option<Optional<Duration>> SESSION_TOKEN_LIFETIME = option(
            Topic.ACCOUNTS,
            "session.token-lifetime",
            DURATION.orNothing(),
            "",
            "How long other access tokens last. When one ends, its user has to log in again but keeps the device."
                    + " Nothing: for ever.");

    public static final Option<Optional<Duration>> SESSION_REFRESH_LIFETIME = option(
            Topic.ACCOUNTS,
            "session.refresh-token-lifetime",
            DURATION.orNothing(),
            "",
            "How long a refresh token lasts that is not used. Nothing: for ever.");

    public static final Option<Duration> UIA_LIFETIME = option(
            Topic.ACCOUNTS,
            "authentication.session-lifetime",
            DURATION,
            "30min",
            "How long a client may take to authenticate for something that needs it again, such as deleting a device.");

    public static final Option<RendezvousConfig.Access> RENDEZVOUS = option(
            Topic.ACCOUNTS,
            "rendezvous.access",
            oneOf(RendezvousConfig.Access.class),
            "authenticated",
            "Who can open a place where two devices meet to sign one of them in with a QR code: off for nobody,"
                    + " authenticated for whoever is signed in, open for everybody. What is left there is small and gone"
                    + " after five minutes.");

    public static final Option<RoomVersion> ROOM_VERSION = option(
            Topic.ROOMS,
            "room.default-version",
            ValueTypes.ROOM_VERSION,
            RoomVersion.DEFAULT.id(),
            "The version of rooms whose creators do not ask for one.");

    public static final Option<Duration> DELAYED_MAX = option(
            Topic.ROOMS,
            "delayed-events.max-delay",
            DURATION,
            "24h",
            "How long an event may wait that a client wants to be sent later, as apps for calls do with the event that"
                    + " says that somebody left.");

    public static final Option<Integer> DELAYED_MAX_SCHEDULED = option(
            Topic.ROOMS,
            "delayed-events.max-scheduled",
            number(0, 100_000),
            "100",
            "How many events of one user may wait at the same time; 0 if no events are sent later.");

    public static final Option<PushConfig.Badge> PUSH_BADGE = option(
            Topic.ROOMS,
            "push.badge",
            oneOf(PushConfig.Badge.class),
            "messages",
            "What the number on the icon of an app counts: messages that were not read, or rooms with such messages.");

    public static final Option<Boolean> PUSH_LEGACY_MENTIONS = option(
            Topic.ROOMS,
            "push.legacy-mentions",
            YES_OR_NO,
            "no",
            "Whether users are also notified of their names and of @room in the text of a message, as far as it does"
                    + " not say whom it mentions. Old clients do not say so; the specification has given the rules up.");

    public static final Option<Boolean> PUSH_THREADS = option(
            Topic.ROOMS,
            "push.thread-subscriptions",
            YES_OR_NO,
            "no",
            "Whether messages in threads notify those who subscribed to the thread, and nobody else. Only some clients"
                    + " can subscribe; users of others miss what is said in threads.");

    public static final Option<Boolean> PUSH_REPLIES = option(
            Topic.ROOMS,
            "push.replies",
            YES_OR_NO,
            "no",
            "Whether users are notified of replies to their messages as of mentions, although the replies do not"
                    + " mention them.");

    public static final Option<Boolean> PUSH_ENCRYPTED = option(
            Topic.ROOMS,
            "push.encrypted-events",
            YES_OR_NO,
            "no",
            "Whether whatever is encrypted is pushed, also in rooms that notify of mentions only, for apps that"
                    + " decrypt it and decide by themselves.");

    public static final Option<Optional<String>> MAIL_HOST = option(
            Topic.MAIL,
            "mail.host",
            TEXT.orNothing(),
            "",
            "The mail server that takes this server's mails. Without one no mails are sent, and users have no mail addresses."
                    + " Needs server.public-url, for the links in mails.");

    public static final Option<Integer> MAIL_PORT = option(
            Topic.MAIL,
            "mail.port",
            number(1, 65_535),
            "587",
            "The port of the mail server: 587 with starttls, 465 with tls, as a rule.");

    public static final Option<SmtpConfig.Security> MAIL_SECURITY = option(
            Topic.MAIL,
            "mail.security",
            oneOf(SmtpConfig.Security.class),
            "starttls",
            "How the connection to the mail server is encrypted: starttls, tls from the beginning, or none, which is for a"
                    + " mail server on the same machine.");

    public static final Option<Optional<String>> MAIL_USER = option(
            Topic.MAIL, "mail.user", TEXT.orNothing(), "", "With whose name the server logs in to the mail server.");

    public static final Option<Optional<String>> MAIL_PASSWORD =
            secret(Topic.MAIL, "mail.password", "The password of that user.");

    public static final Option<Optional<String>> MAIL_FROM = option(
            Topic.MAIL,
            "mail.from",
            ValueTypes.MAIL_SENDER.orNothing(),
            "",
            "Where mails come from, such as: Our server <noreply@example.org>. Needed with mail.host.");

    public static final Option<Duration> MAIL_LINK_LIFETIME =
            option(Topic.MAIL, "mail.link-lifetime", DURATION, "1h", "How long a link in a mail is good.");

    public static final Option<MailConfig.AtRegistration> MAIL_AT_REGISTRATION = option(
            Topic.MAIL,
            "mail.at-registration",
            oneOf(MailConfig.AtRegistration.class),
            "optional",
            "Whether people have a mail address who register: no, optional or required. Needs mail.host.");

    public static final Option<Boolean> MAIL_REVEALS_ACCOUNTS = option(
            Topic.MAIL,
            "mail.reveals-accounts",
            YES_OR_NO,
            "no",
            "Whether everybody may find out if an account has a certain mail address. Otherwise only a mail to it tells.");

    public static final Option<List<String>> MAIL_NEXT_LINK_HOSTS = option(
            Topic.MAIL,
            "mail.next-link-hosts",
            listOf(TEXT),
            "",
            "The hosts of web applications, such as app.example.org, which people may be led to once they followed a link in"
                    + " a mail, beside this server's own.");

    public static final Option<Duration> PUSH_MAIL_DELAY = option(
            Topic.MAIL,
            "push.mail-delay",
            DURATION,
            "10min",
            "How long a message is left to be read before a mail tells of it, to users who want such mails.");

    public static final Option<Duration> PUSH_MAIL_PAUSE = option(
            Topic.MAIL,
            "push.mail-pause",
            DURATION,
            "10min",
            "How long after such a mail the same room causes no other, as long as the user reads nothing there. Each"
                    + " further mail makes it four times as long.");

    public static final Option<Duration> PUSH_MAIL_MAX_PAUSE =
            option(Topic.MAIL, "push.mail-max-pause", DURATION, "1d", "The longest such pause.");

    public static final Option<List<String>> TURN_URIS = option(
            Topic.CALLS,
            "turn.uris",
            listOf(ValueTypes.TURN_URI),
            "",
            "The TURN servers that clients use for calls. Needs the secret that they share with this server.");

    public static final Option<Optional<String>> TURN_SHARED_SECRET = secret(
            Topic.CALLS, "turn.shared-secret", "What is called static-auth-secret in the configuration of coturn.");

    public static final Option<Duration> TURN_LIFETIME = option(
            Topic.CALLS, "turn.lifetime", DURATION, "24h", "How long what a client gets for the TURN servers is good.");

    public static final Option<List<URI>> LIVEKIT_SERVICES = option(
            Topic.CALLS,
            "rtc.livekit-services",
            listOf(WEB_ADDRESS),
            "",
            "The services (lk-jwt-service) that let clients into calls of many on a LiveKit server, the best first;"
                    + " told to clients of Element Call.");

    public static final Option<List<Path>> APPSERVICE_REGISTRATIONS = option(
            Topic.BRIDGES,
            "appservice.registrations",
            listOf(PATH),
            "",
            "The registration files of bridges and other application services, or directories with such files (*.yaml, *.yml)."
                    + " Bridges write these files themselves. They are read when the server starts, and it calls the addresses in them"
                    + " wherever they are.");

    public static final Option<Optional<UserId>> SUPPORT_USER = option(
            Topic.HELP,
            "support.matrix-id",
            ValueTypes.USER_ID.orNothing(),
            "",
            "Whom users can ask for help; told under /.well-known/matrix/support.");

    public static final Option<Optional<String>> SUPPORT_EMAIL =
            option(Topic.HELP, "support.email", TEXT.orNothing(), "", "The mail address where users can ask for help.");

    public static final Option<Optional<URI>> SUPPORT_PAGE = option(
            Topic.HELP, "support.page", WEB_ADDRESS.orNothing(), "", "The page where users can read how to get help.");

    private Options() {}

    /** All options, those of a topic together. */
    public static List<Option<?>> all() {
        var all = new ArrayList<>(DECLARED.all());
        all.addAll(MediaOptions.all());
        all.addAll(LimitOptions.all());
        all.sort(Comparator.comparing(Option::topic));
        return List.copyOf(all);
    }

    private static <T> Option<T> option(
            Topic topic, String name, ValueType<T> type, String defaultText, String meaning) {
        return DECLARED.option(topic, name, type, defaultText, meaning);
    }

    private static Option<Optional<String>> secret(Topic topic, String name, String meaning) {
        return DECLARED.secret(topic, name, meaning);
    }
}
