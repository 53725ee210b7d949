package org.hirundo.application.thread;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.thread.ThreadSubscriptionStore;
import org.hirundo.application.port.thread.ThreadSubscriptionStore.Entry;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.UserId;

/**
 * Changes of a user's subscriptions to threads, the latest first.
 *
 * @param end where to go on when there are more; empty when these are all
 */
public record ThreadChanges(List<Entry> entries, Optional<String> end) {

    /** Nothing changed. */
    public static final ThreadChanges NONE = new ThreadChanges(List.of(), Optional.empty());

    private static final Pattern TOKEN = Pattern.compile("ts(\\d{1,18})");

    public ThreadChanges {
        entries = List.copyOf(entries);
    }

    /** The changes after the one and at or before the other position; of more than the limit the latest. */
    public static ThreadChanges of(
            ThreadSubscriptionStore store, UserId user, StreamPosition after, StreamPosition upTo, int limit) {
        var found = store.latest(user, after, upTo, limit + 1);
        return found.size() <= limit
                ? new ThreadChanges(found, Optional.empty())
                : new ThreadChanges(
                        found.subList(0, limit),
                        Optional.of("ts" + found.get(limit).position().value()));
    }

    /**
     * The position at which to go on.
     *
     * @throws InvalidParam when the token is none of ours
     */
    static StreamPosition position(String end) {
        var matcher = TOKEN.matcher(end);
        if (!matcher.matches()) {
            throw new InvalidParam("This is no token for going on: " + end);
        }
        return new StreamPosition(Long.parseLong(matcher.group(1)));
    }

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }
}
