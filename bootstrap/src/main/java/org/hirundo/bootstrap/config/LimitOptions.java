package org.hirundo.bootstrap.config;

import java.util.List;
import org.hirundo.application.config.RateLimitConfig;
import org.hirundo.application.config.RateLimitConfig.Rate;

/** The options that say how often things may be done. */
public final class LimitOptions {

    private static final DeclaredOptions DECLARED = new DeclaredOptions();

    private static final Option<Boolean> ENABLED = DECLARED.option(
            Topic.LIMITS,
            "limits.enabled",
            ValueTypes.YES_OR_NO,
            "yes",
            "Whether there are limits at all. Every user, and where there is none yet every address, has an allowance"
                    + " of its own; the burst is how much it holds, so how often something can be done at once.");

    private static final Option<Rate> REGISTRATION = rate("registration", "6/min burst 10", "Accounts per address.");
    private static final Option<Rate> REGISTRATION_QUERY = rate(
            "registration-query",
            "1/s burst 20",
            "Questions per address whether a user name or a registration token is good.");
    private static final Option<Rate> VALIDATION = rate(
            "validation",
            "1/min burst 5",
            "Mails that show whose a mail address is, per mail address and per address that asks for them.");
    private static final Option<Rate> LOGIN = rate("login", "30/min burst 20", "Logins per address.");
    private static final Option<Rate> LOGIN_TO_ACCOUNT =
            rate("login-to-account", "12/min burst 20", "Logins per account, right or wrong.");
    private static final Option<Rate> FAILED_LOGIN =
            rate("failed-login", "2/min burst 10", "Wrong passwords per account.");
    private static final Option<Rate> REFRESH =
            rate("refresh", "1/s burst 60", "Exchanges of refresh tokens per address.");
    private static final Option<Rate> MESSAGE = rate("message", "10/s burst 100", "Events per user.");
    private static final Option<Rate> JOIN = rate("join", "30/min burst 30", "Joins and knocks per user.");
    private static final Option<Rate> INVITE = rate("invite", "30/min burst 30", "Invites per user.");
    private static final Option<Rate> ROOM_CREATION =
            rate("room-creation", "6/min burst 10", "Rooms created per user.");
    private static final Option<Rate> PROFILE = rate("profile", "12/min burst 20", "Changes of the profile per user.");
    private static final Option<Rate> SETTINGS = rate(
            "settings",
            "10/s burst 200",
            "Changes of account, devices, account data, filters and push rules per user.");
    private static final Option<Rate> TO_DEVICE =
            rate("to-device", "20/s burst 200", "Requests that send messages to devices, per user.");
    private static final Option<Rate> KEYS =
            rate("keys", "20/s burst 200", "Uploads, queries and claims of keys per user.");
    private static final Option<Rate> KEY_BACKUP =
            rate("key-backup", "20/s burst 200", "Reads and writes of key backups per user.");
    private static final Option<Rate> MEDIA_UPLOAD =
            rate("media-upload", "2/s burst 50", "Uploads and reserved media ids per user.");
    private static final Option<Rate> MEDIA_DOWNLOAD =
            rate("media-download", "50/s burst 500", "Downloads and thumbnails per user or address.");
    private static final Option<Rate> PREVIEW = rate("preview", "2/s burst 30", "Previews of links per user.");
    private static final Option<Rate> SEARCH =
            rate("search", "2/s burst 20", "Searches in messages, rooms and users per user.");
    private static final Option<Rate> REPORT = rate("report", "6/min burst 10", "Reports per user.");
    private static final Option<Rate> DELAYED_EVENT = rate(
            "delayed-event",
            "10/s burst 100",
            "Requests that schedule, manage or look up events that are sent later, per user who sends them.");
    private static final Option<Rate> RENDEZVOUS = rate(
            "rendezvous",
            "10/s burst 100",
            "Requests of devices that meet to sign one of them in with a QR code, per address.");

    private LimitOptions() {}

    static List<Option<?>> all() {
        return DECLARED.all();
    }

    /** What the options say together. */
    public static RateLimitConfig config(Configuration configuration) {
        return new RateLimitConfig(
                configuration.get(ENABLED),
                configuration.get(REGISTRATION),
                configuration.get(REGISTRATION_QUERY),
                configuration.get(VALIDATION),
                configuration.get(LOGIN),
                configuration.get(LOGIN_TO_ACCOUNT),
                configuration.get(FAILED_LOGIN),
                configuration.get(REFRESH),
                configuration.get(MESSAGE),
                configuration.get(JOIN),
                configuration.get(INVITE),
                configuration.get(ROOM_CREATION),
                configuration.get(PROFILE),
                configuration.get(SETTINGS),
                configuration.get(TO_DEVICE),
                configuration.get(KEYS),
                configuration.get(KEY_BACKUP),
                configuration.get(MEDIA_UPLOAD),
                configuration.get(MEDIA_DOWNLOAD),
                configuration.get(PREVIEW),
                configuration.get(SEARCH),
                configuration.get(REPORT),
                configuration.get(DELAYED_EVENT),
                configuration.get(RENDEZVOUS));
    }

    private static Option<Rate> rate(String name, String defaultText, String meaning) {
        return DECLARED.option(Topic.LIMITS, "limits." + name, ValueTypes.RATE, defaultText, meaning);
    }
}
