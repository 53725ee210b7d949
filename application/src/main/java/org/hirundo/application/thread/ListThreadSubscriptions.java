package org.hirundo.application.thread;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalInt;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.thread.ThreadSubscriptionStore;
import org.hirundo.application.session.Requester;
import org.hirundo.application.stream.Stream;
import org.hirundo.application.stream.SyncPosition;
import org.hirundo.domain.error.InvalidParam;

/**
 * Tells a client of changes of subscriptions that sliding sync left out because they were too many, the latest first.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/4308">MSC4308</a>
 */
@Singleton
public final class ListThreadSubscriptions {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1000;

    private final ThreadSubscriptionStore store;
    private final Stream stream;
    private final RateLimiter limits;

    @Inject
    public ListThreadSubscriptions(ThreadSubscriptionStore store, Stream stream, RateLimiter limits) {
        this.store = store;
        this.stream = stream;
        this.limits = limits;
    }

    /**
     * What a client wants to know.
     *
     * @param from where the last page, or sliding sync, ended; empty for the latest changes
     * @param to the position of sliding sync that the client had before; empty for all changes
     */
    public record Wanted(Requester requester, Optional<String> from, Optional<String> to, OptionalInt limit) {}

    /**
     * A page of changes.
     *
     * @throws InvalidParam when a token is none of ours, or the limit is not positive
     */
    public ThreadChanges list(Wanted wanted) {
        limits.spend(wanted.requester(), Cost.SETTINGS);
        var upTo = wanted.from().map(ThreadChanges::position).orElseGet(stream::position);
        var after = wanted.to().map(ListThreadSubscriptions::syncPosition).orElse(StreamPosition.START);
        int limit = Math.min(wanted.limit().orElse(DEFAULT_LIMIT), MAX_LIMIT);
        if (limit < 1) {
            throw new InvalidParam("limit is positive");
        }
        return ThreadChanges.of(store, wanted.requester().user(), after, upTo, limit);
    }

    private static StreamPosition syncPosition(String token) {
        return SyncPosition.of(token)
                .orElseThrow(() -> new InvalidParam("to is no position of sliding sync: " + token));
    }
}
