package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.hirundo.application.presence.PresenceBoard;
import org.hirundo.application.stream.EphemeralStream;
import org.hirundo.application.stream.Stream;
import org.hirundo.application.sync.MembershipChanges.Moved;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * Tells a client what happened since its token, and waits for something to happen when nothing did.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3sync">GET /sync</a>
 */
@Singleton
public final class Sync {

    private final Stream stream;
    private final EphemeralStream ephemeral;
    private final LongPoll poll;
    private final PresenceBoard presence;
    private final InstantSource clock;
    private final RoomsSource rooms;
    private final AccountDataSource accountData;
    private final DeviceSource devices;
    private final MembershipChanges membershipChanges;

    @Inject
    public Sync(
            Stream stream,
            EphemeralStream ephemeral,
            LongPoll poll,
            PresenceBoard presence,
            InstantSource clock,
            RoomsSource rooms,
            AccountDataSource accountData,
            DeviceSource devices,
            MembershipChanges membershipChanges) {
        this.stream = stream;
        this.ephemeral = ephemeral;
        this.poll = poll;
        this.presence = presence;
        this.clock = clock;
        this.rooms = rooms;
        this.accountData = accountData;
        this.devices = devices;
        this.membershipChanges = membershipChanges;
    }

    /**
     * The news since the request's token, at once when there are any, otherwise when there are or when the time is over.
     * An initial sync and one of the full state never wait.
     */
    public SyncAnswer sync(SyncRequest request) {
        var requester = request.requester();
        presence.syncBegins(requester.user(), requester.device(), request.presence());
        try {
            return waitForNews(request);
        } finally {
            presence.syncEnds(requester.user(), requester.device());
        }
    }

    private SyncAnswer waitForNews(SyncRequest request) {
        request.since().ifPresent(token -> devices.acknowledge(request.requester(), token.delivered()));
        return poll.find(
                request.requester().user(),
                request.timeout(),
                () -> look(request),
                answer -> request.since().isEmpty() || request.fullState() || answer.isNews());
    }

    private SyncAnswer look(SyncRequest request) {
        // Ephemeral first: what is typed at a message's sending may show again, but is never lost behind it.
        var window = window(request, ephemeral.position());
        var inbox = devices.inbox(window);
        var data = accountData.changed(window);
        var moved = window.isInitial()
                ? Moved.NONE
                : membershipChanges.between(window.user(), window.after(), window.upTo());
        var found = rooms.changed(window, data);
        return new SyncAnswer(
                new SyncToken(
                        window.upTo(),
                        ephemeral.epoch(),
                        window.ephemeralUpTo(),
                        inbox.deliveredUpTo(),
                        found.stickyEnd()),
                found.rooms(),
                data.global(),
                presence(window, moved.met()),
                inbox.messages(),
                devices.lists(window, moved),
                devices.keyCounts(window.requester()));
    }

    private SyncWindow window(SyncRequest request, long ephemeralUpTo) {
        var ephemeralAfter = request.since()
                .filter(token -> token.epoch().equals(ephemeral.epoch()))
                .map(SyncToken::ephemeral)
                .orElse(0L);
        return new SyncWindow(
                request.requester(),
                request.filter(),
                request.since(),
                request.fullState(),
                request.stateAfter(),
                request.since()
                        .map(token -> stream.position().max(token.durable()))
                        .orElseGet(stream::position),
                ephemeralAfter,
                ephemeralUpTo);
    }

    /** The presence that changed, and that of users met in a room, which the client was never told. */
    private List<JsonObject> presence(SyncWindow window, Set<UserId> met) {
        var now = clock.instant();
        var shown = new HashMap<>(presence.known(met));
        shown.putAll(presence.changed(window.user(), window.ephemeralAfter(), window.ephemeralUpTo()));
        return shown.entrySet().stream()
                .filter(entry -> window.filter().presence().includes("m.presence", entry.getKey()))
                .map(entry -> JsonObject.builder()
                        .put("type", "m.presence")
                        .put("sender", entry.getKey().toString())
                        .put("content", entry.getValue().toJson(now))
                        .build())
                .toList();
    }
}
