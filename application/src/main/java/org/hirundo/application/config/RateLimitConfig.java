package org.hirundo.application.config;

/**
 * How often things may be done. Every user, and where there is none yet every address, has an allowance of its own.
 *
 * @param enabled whether there are limits at all; default yes
 * @param registration accounts per address; default one per 10 s, 10 at once
 * @param registrationQuery questions per address whether a user name or registration token is good; default one per second,
 *     20 at once
 * @param validation mails about mail addresses, per address of either kind; default one per minute, 5 at once
 * @param login logins per address; default one per 2 s, 20 at once
 * @param loginToAccount logins per account, right or wrong; default one per 5 s, 20 at once
 * @param failedLogin wrong passwords per account; default one per 30 s, 10 at once
 * @param refresh exchanges of refresh tokens per address; default one per second, 60 at once
 * @param message events per user; default 10 per second, 100 at once
 * @param join joins and knocks per user; default one per 2 s, 30 at once
 * @param invite invites per user; default one per 2 s, 30 at once
 * @param roomCreation rooms per user; default one per 10 s, 10 at once
 * @param profile changes of the profile per user; default one per 5 s, 20 at once
 * @param settings other changes of account, devices, account data, filters and push rules per user; default 10 per second,
 *     200 at once
 * @param toDevice messages to devices per user, counted by request; default 20 per second, 200 at once
 * @param keys uploads, queries and claims of keys per user; default 20 per second, 200 at once
 * @param keyBackup reads and writes of key backups per user; default 20 per second, 200 at once
 * @param mediaUpload uploads and reserved media ids per user; default 2 per second, 50 at once
 * @param mediaDownload downloads and thumbnails per user or address; default 50 per second, 500 at once
 * @param preview previews of links per user; default 2 per second, 30 at once
 * @param search searches in messages, rooms and users per user; default 2 per second, 20 at once
 * @param report reports per user; default one per 10 s, 10 at once
 * @param delayedEvent requests about events that are sent later, per sender; default 10 per second, 100 at once
 * @param rendezvous requests of devices that meet to sign one of them in, per address; default 10 per second, 100 at once
 */
public record RateLimitConfig(
        boolean enabled,
        Rate registration,
        Rate registrationQuery,
        Rate validation,
        Rate login,
        Rate loginToAccount,
        Rate failedLogin,
        Rate refresh,
        Rate message,
        Rate join,
        Rate invite,
        Rate roomCreation,
        Rate profile,
        Rate settings,
        Rate toDevice,
        Rate keys,
        Rate keyBackup,
        Rate mediaUpload,
        Rate mediaDownload,
        Rate preview,
        Rate search,
        Rate report,
        Rate delayedEvent,
        Rate rendezvous) {

    /** What holds where nothing is configured. */
    public static final RateLimitConfig DEFAULT = new RateLimitConfig(
            true,
            new Rate(0.1, 10),
            new Rate(1, 20),
            new Rate(1 / 60.0, 5),
            new Rate(0.5, 20),
            new Rate(0.2, 20),
            new Rate(1 / 30.0, 10),
            new Rate(1, 60),
            new Rate(10, 100),
            new Rate(0.5, 30),
            new Rate(0.5, 30),
            new Rate(0.1, 10),
            new Rate(0.2, 20),
            new Rate(10, 200),
            new Rate(20, 200),
            new Rate(20, 200),
            new Rate(20, 200),
            new Rate(2, 50),
            new Rate(50, 500),
            new Rate(2, 30),
            new Rate(2, 20),
            new Rate(0.1, 10),
            new Rate(10, 100),
            new Rate(10, 100));

    /**
     * An allowance.
     *
     * @param perSecond how fast it fills
     * @param burst how much it holds, so how often something may be done at once
     */
    public record Rate(double perSecond, int burst) {

        public Rate {
            if (!(perSecond > 0) || burst < 1) {
                throw new IllegalArgumentException("A rate is more than 0 per second and at least 1 at once");
            }
        }
    }

    /** The same limits, switched on or off. */
    public RateLimitConfig withEnabled(boolean on) {
        return new RateLimitConfig(
                on,
                registration,
                registrationQuery,
                validation,
                login,
                loginToAccount,
                failedLogin,
                refresh,
                message,
                join,
                invite,
                roomCreation,
                profile,
                settings,
                toDevice,
                keys,
                keyBackup,
                mediaUpload,
                mediaDownload,
                preview,
                search,
                report,
                delayedEvent,
                rendezvous);
    }
}
