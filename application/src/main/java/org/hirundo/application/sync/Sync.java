package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.presence.PresenceBoard;
import org.hirundo.application.stream.EphemeralStream;
import org.hirundo.application.stream.Stream;
import org.hirundo.application.stream.Waiters;
import org.hirundo.domain.sync.Filter;

/**
 * Tells a client what happened since its token, and waits for something to happen when nothing did.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3sync">GET /sync</a>
 */
@Singleton
public final class Sync {

    /** No client waits longer; proxies give up long before. */
    private static final Duration MAX_TIMEOUT = Duration.ofMinutes(2);

    private final Stream stream;
    private final EphemeralStream ephemeral;
    private final Waiters waiters;
    private final PresenceBoard presence;
    private final RoomsSource rooms;
    private final AccountDataSource accountData;
    private final DeviceSource devices;

    @Inject
    public Sync(
            Stream stream,
            EphemeralStream ephemeral,
            Waiters waiters,
            PresenceBoard presence,
            RoomsSource rooms,
            AccountDataSource accountData,
            DeviceSource devices) {
        this.stream = stream;
        this.ephemeral = ephemeral;
        this.waiters = waiters;
        this.presence = presence;
        this.rooms = rooms;
        this.accountData = accountData;
        this.devices = devices;
    }

    /**
     * The news since the request's token, at once when there are any, otherwise when there are or when the time is over.
     * An initial sync and one of the full state never wait.
     */
    public SyncAnswer sync(SyncRequest request) {
        presence.seen(request.requester().user(), request.presence());
        request.since().ifPresent(token -> devices.acknowledge(request.requester(), token.delivered()));
        var deadline = System.nanoTime() + cut(request.timeout()).toNanos();
        try (var waiter = waiters.register(request.requester().user())) {
            while (true) {
                var answer = look(request);
                var left = deadline - System.nanoTime();
                if (request.since().isEmpty() || request.fullState() || answer.isNews() || left <= 0) {
                    return answer;
                }
                if (!waiter.await(Duration.ofNanos(left))) {
                    return look(request);
                }
            }
        }
    }

    private static Duration cut(Duration timeout) {
        return timeout.compareTo(MAX_TIMEOUT) > 0 ? MAX_TIMEOUT : timeout;
    }

    private SyncAnswer look(SyncRequest request) {
        // Ephemeral first: what is typed at a message's sending may show again, but is never lost behind it.
        var window = window(request, ephemeral.position(), request.filter());
        var inbox = devices.inbox(window);
        var data = accountData.changed(window);
        return new SyncAnswer(
                new SyncToken(window.upTo(), ephemeral.epoch(), window.ephemeralUpTo(), inbox.deliveredUpTo()),
                rooms.changed(window, data),
                data.global(),
                presence(window),
                inbox.messages(),
                devices.lists(window),
                devices.keyCounts(window));
    }

    private SyncWindow window(SyncRequest request, long ephemeralUpTo, Filter filter) {
        var ephemeralAfter = request.since()
                .filter(token -> token.epoch().equals(ephemeral.epoch()))
                .map(SyncToken::ephemeral)
                .orElse(0L);
        return new SyncWindow(
                request.requester(),
                filter,
                request.since(),
                request.fullState(),
                request.stateAfter(),
                request.since().map(token -> stream.position().max(token.durable())).orElseGet(stream::position),
                ephemeralAfter,
                ephemeralUpTo);
    }

    private List<org.hirundo.domain.json.JsonObject> presence(SyncWindow window) {
        return presence.changed(window.user(), window.ephemeralAfter(), window.ephemeralUpTo()).stream()
                .filter(status -> window.filter().presence().includes("m.presence", status.user()))
                .map(status -> status.toEvent())
                .toList();
    }
}
