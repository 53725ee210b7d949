package org.hirundo.application.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hirundo.application.presence.PresenceBoard;
import org.hirundo.application.stream.EphemeralStream;
import org.hirundo.application.stream.Stream;

/**
 * Tells a client what happened in the rooms that it looks at, and waits for something to happen when nothing did.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/4186">MSC4186</a>
 */
@Singleton
public final class SlidingSync {

    private final Stream stream;
    private final EphemeralStream ephemeral;
    private final LongPoll poll;
    private final PresenceBoard presence;
    private final SlidingConnections connections;
    private final SlidingRooms rooms;
    private final SlidingExtensionSource extensions;

    /** An answer but for its position, and what the client knows once it has it. */
    private record Looked(SlidingAnswer answer, SlidingState known) {}

    @Inject
    public SlidingSync(
            Stream stream,
            EphemeralStream ephemeral,
            LongPoll poll,
            PresenceBoard presence,
            SlidingConnections connections,
            SlidingRooms rooms,
            SlidingExtensionSource extensions) {
        this.stream = stream;
        this.ephemeral = ephemeral;
        this.poll = poll;
        this.presence = presence;
        this.connections = connections;
        this.rooms = rooms;
        this.extensions = extensions;
    }

    /**
     * What is new to the client, at once when anything is, otherwise when something is or when the time is over. The first
     * request of a connection never waits.
     *
     * @throws org.hirundo.domain.error.UnknownPosition when the position is not one of this connection, or was forgotten
     */
    public SlidingAnswer sync(SlidingRequest request) {
        var requester = request.requester();
        var opened = connections.open(requester, request.query().connection(), request.pos());
        presence.syncBegins(requester.user(), requester.device(), request.presence());
        try {
            extensions.acknowledge(requester, request.query().extensions());
            var looked = poll.find(
                    requester.user(),
                    request.timeout(),
                    () -> look(request, opened.known()),
                    found -> opened.known().initial() || found.answer().isNews());
            var answer = looked.answer();
            return new SlidingAnswer(
                    connections.answered(opened, looked.known()), answer.lists(), answer.rooms(), answer.extensions());
        } finally {
            presence.syncEnds(requester.user(), requester.device());
        }
    }

    private Looked look(SlidingRequest request, SlidingState known) {
        // Ephemeral first: what is typed at a message's sending may show again, but is never lost behind it.
        long ephemeralUpTo = ephemeral.position();
        var window = new SlidingWindow(request.requester(), request.query(), known, stream.position(), ephemeralUpTo);
        var told = rooms.look(window);
        var extra = extensions.look(window, told);
        return new Looked(
                new SlidingAnswer("", told.counts(), told.rooms(), extra.told()),
                new SlidingState(false, window.upTo(), ephemeralUpTo, told.sent(), extra.sent()));
    }
}
