package org.hirundo.domain.sync;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.RoomId;

/**
 * What a client of sliding sync wants beside rooms; an extension that is not enabled is empty.
 *
 * @param e2ee whether changes of devices and counts of keys are wanted
 */
public record SlidingExtensions(
        Optional<ToDevice> toDevice,
        boolean e2ee,
        Optional<Scope> accountData,
        Optional<Scope> receipts,
        Optional<Scope> typing,
        Optional<Threads> threadSubscriptions,
        Optional<Sticky> stickyEvents) {

    /** What clients call the extension for sticky events. */
    public static final String STICKY_EVENTS = "org.matrix.msc4354.sticky_events";

    /**
     * Sticky events (MSC4480).
     *
     * @param limit how many at most
     * @param since up to where the client has them; empty when it relies on its position
     */
    public record Sticky(int limit, Optional<StickyPlace> since) {

        private static final int DEFAULT_LIMIT = 100;
        private static final int MAX_LIMIT = 1000;

        private static Sticky read(RequestReader reader) {
            return new Sticky(
                    Math.clamp(reader.count("limit").orElse(DEFAULT_LIMIT), 1, MAX_LIMIT),
                    reader.string("since").map(StickyPlace::parse));
        }
    }

    /**
     * Messages to the device.
     *
     * @param limit how many at most
     * @param since up to where the device has them
     */
    public record ToDevice(OptionalInt limit, OptionalLong since) {}

    /**
     * Changes of subscriptions to threads (MSC4308).
     *
     * @param name what the client calls the extension, and so does the answer
     * @param limit how many at most
     */
    public record Threads(String name, int limit) {

        private static final int DEFAULT_LIMIT = 100;
        private static final int MAX_LIMIT = 1000;

        private static Threads read(String name, RequestReader reader) {
            return new Threads(name, Math.clamp(reader.count("limit").orElse(DEFAULT_LIMIT), 1, MAX_LIMIT));
        }
    }

    /**
     * For which of the rooms that lists and subscriptions show.
     *
     * @param lists those of these lists; empty for all lists
     * @param rooms those of these subscriptions; empty for all subscriptions
     */
    public record Scope(Optional<Set<String>> lists, Optional<Set<String>> rooms) {

        private static final String ALL = "*";

        private static Scope read(RequestReader reader) {
            return new Scope(names(reader, "lists"), names(reader, "rooms"));
        }

        private static Optional<Set<String>> names(RequestReader reader, String name) {
            return reader.strings(name).filter(names -> !names.contains(ALL)).map(Set::copyOf);
        }

        /** Whether a room belongs to it that is shown by these lists and perhaps by a subscription. */
        public boolean includes(RoomId room, Set<String> shownBy, boolean subscribed) {
            boolean listed =
                    lists.isEmpty() ? !shownBy.isEmpty() : shownBy.stream().anyMatch(lists.get()::contains);
            return listed || (subscribed && (rooms.isEmpty() || rooms.get().contains(room.value())));
        }
    }

    static SlidingExtensions read(RequestReader reader) {
        return new SlidingExtensions(
                enabled(reader, "to_device", SlidingExtensions::toDevice),
                enabled(reader, "e2ee", Function.identity()).isPresent(),
                enabled(reader, "account_data", Scope::read),
                enabled(reader, "receipts", Scope::read),
                enabled(reader, "typing", Scope::read),
                threads(reader, "io.element.msc4308.thread_subscriptions")
                        .or(() -> threads(reader, "thread_subscriptions")),
                enabled(reader, STICKY_EVENTS, Sticky::read));
    }

    private static Optional<Threads> threads(RequestReader reader, String name) {
        return enabled(reader, name, extension -> Threads.read(name, extension));
    }

    private static <T> Optional<T> enabled(RequestReader reader, String name, Function<RequestReader, T> read) {
        return reader.object(name)
                .filter(extension -> extension.flag("enabled"))
                .map(read);
    }

    private static ToDevice toDevice(RequestReader reader) {
        return new ToDevice(
                reader.count("limit"),
                reader.string("since").map(SlidingExtensions::position).orElse(OptionalLong.empty()));
    }

    private static OptionalLong position(String since) {
        if (since.isEmpty() || since.length() > 18 || !since.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw new InvalidParam("extensions.to_device.since is no token of ours: " + since);
        }
        return OptionalLong.of(Long.parseLong(since));
    }
}
