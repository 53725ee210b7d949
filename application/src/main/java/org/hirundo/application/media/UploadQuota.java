package org.hirundo.application.media;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.function.Predicate;
import org.hirundo.application.config.MediaConfig;
import org.hirundo.application.lock.UserLocks;
import org.hirundo.application.port.media.Media;
import org.hirundo.application.port.media.MediaStore;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.Forbidden;

/**
 * How much users may upload. Looked at before bytes are received, so that not all of them have to be, and again when they are
 * written down: then one upload of a user comes after the other, and many at once get no further than one by one.
 *
 * <p>Application services and the server itself are not limited.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#content-repo-security-considerations">Security
 *     considerations</a>
 */
@Singleton
final class UploadQuota {

    private final MediaStore store;
    private final UserLocks locks;
    private final MediaConfig.Quota quota;
    private final InstantSource clock;

    @Inject
    UploadQuota(MediaStore store, UserLocks locks, MediaConfig config, InstantSource clock) {
        this.store = store;
        this.locks = locks;
        this.quota = config.quota();
        this.clock = clock;
    }

    /** How many bytes the requester may upload at this moment. */
    long left(Requester requester) {
        if (quota.isNone() || isExempt(requester)) {
            return Long.MAX_VALUE;
        }
        var usage = store.usage(requester.user(), clock.instant().minus(quota.period()));
        return Math.max(
                0,
                Math.min(
                        quota.total().orElse(Long.MAX_VALUE) - usage.total(),
                        quota.perPeriod().orElse(Long.MAX_VALUE) - usage.lately()));
    }

    private static boolean isExempt(Requester requester) {
        return switch (requester.kind()) {
            case USER, GUEST -> false;
            case APPSERVICE, SERVER -> true;
        };
    }

    /**
     * Writes a medium down if there is room for it.
     *
     * @return what writing it down gave
     * @throws Forbidden when there is no room
     */
    boolean admit(Requester requester, Media media, Predicate<Media> writing) {
        return locks.with(requester.user(), () -> {
            if (media.size() > left(requester)) {
                throw reached();
            }
            return writing.test(media);
        });
    }

    /** What is told to who has reached the quota. */
    static Forbidden reached() {
        return new Forbidden("The quota for uploaded content is reached");
    }
}
