package org.hirundo.application.limit;

import java.util.function.Function;
import org.hirundo.application.config.RateLimitConfig;
import org.hirundo.application.config.RateLimitConfig.Rate;

/** What is limited. Each has an allowance of its own, see {@link RateLimitConfig} for what belongs to which. */
public enum Cost {
    /** To register an account. */
    REGISTRATION(RateLimitConfig::registration),
    /** To ask whether a user name or registration token is good. */
    REGISTRATION_QUERY(RateLimitConfig::registrationQuery),
    /** To have a mail sent that shows whose a mail address is. */
    VALIDATION(RateLimitConfig::validation),
    /** To log in, by address. */
    LOGIN(RateLimitConfig::login),
    /** To log in, by account. */
    LOGIN_TO_ACCOUNT(RateLimitConfig::loginToAccount),
    /** To give a wrong password, by account. */
    FAILED_LOGIN(RateLimitConfig::failedLogin),
    /** To exchange a refresh token. */
    REFRESH(RateLimitConfig::refresh),
    /** To send an event. */
    MESSAGE(RateLimitConfig::message),
    /** To join or knock. */
    JOIN(RateLimitConfig::join),
    /** To invite. */
    INVITE(RateLimitConfig::invite),
    /** To create a room. */
    ROOM_CREATION(RateLimitConfig::roomCreation),
    /** To change the profile. */
    PROFILE(RateLimitConfig::profile),
    /** To change something else that is the user's own. */
    SETTINGS(RateLimitConfig::settings),
    /** To send messages to devices. */
    TO_DEVICE(RateLimitConfig::toDevice),
    /** To upload, query or claim keys. */
    KEYS(RateLimitConfig::keys),
    /** To read or write a key backup. */
    KEY_BACKUP(RateLimitConfig::keyBackup),
    /** To upload a medium or reserve its id. */
    MEDIA_UPLOAD(RateLimitConfig::mediaUpload),
    /** To download a medium or a thumbnail. */
    MEDIA_DOWNLOAD(RateLimitConfig::mediaDownload),
    /** To have a link previewed. */
    PREVIEW(RateLimitConfig::preview),
    /** To search. */
    SEARCH(RateLimitConfig::search),
    /** To report a room, an event or a user. */
    REPORT(RateLimitConfig::report),
    /** To schedule, manage or look up events that are sent later. */
    DELAYED_EVENT(RateLimitConfig::delayedEvent),
    /** To meet another device. */
    RENDEZVOUS(RateLimitConfig::rendezvous);

    @SuppressWarnings("ImmutableEnumChecker") // accessors of a record, without state of their own
    private final Function<RateLimitConfig, Rate> rate;

    Cost(Function<RateLimitConfig, Rate> rate) {
        this.rate = rate;
    }

    Rate rate(RateLimitConfig config) {
        return rate.apply(config);
    }
}
