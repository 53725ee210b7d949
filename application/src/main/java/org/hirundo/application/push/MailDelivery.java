package org.hirundo.application.push;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.hirundo.application.config.MailConfig;
import org.hirundo.application.config.PushConfig;
import org.hirundo.application.port.mail.MailFailure;
import org.hirundo.application.port.mail.Mailer;
import org.hirundo.application.port.push.PushStore;
import org.hirundo.application.port.push.PushStore.Mailed;
import org.hirundo.application.port.push.PushStore.Waiting;
import org.hirundo.application.port.push.Pusher;
import org.hirundo.application.port.threepid.ThreepidStore;
import org.hirundo.application.time.Alarms;
import org.hirundo.domain.id.EmailAddress;
import org.hirundo.domain.id.RoomId;

/**
 * Sends mails about what waits for pushers of the kind {@code email} and stays unread for a while: one mail about all of it. A room
 * where nothing is read after a mail causes the next one later and later. What was not sent when the server stops waits in the
 * store; a mail that was sent but not noted is sent again with the same id.
 */
@Singleton
public final class MailDelivery implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(MailDelivery.class.getName());

    /** Mails that are sent at once; mail servers count connections. */
    private static final int CONNECTIONS = 4;

    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);

    /** A minute doubled so often is about four hours. */
    private static final int DOUBLINGS = 8;

    private final PushConfig.Mails config;
    private final MailConfig mails;
    private final PushStore store;
    private final ThreepidStore threepids;
    private final UnreadMessages unreadMessages;
    private final ReadMarks readMarks;
    private final UnreadLetter letters;
    private final Mailer mailer;
    private final Alarms alarms;
    private final InstantSource clock;
    private final Semaphore connections = new Semaphore(CONNECTIONS);

    /** Pushers that are looked after now or later; guarded by this object, as what follows. */
    private final Map<Pusher.Key, Lane> lanes = new HashMap<>();

    private boolean closed;

    /** A pusher that is looked after. */
    private static final class Lane {
        private boolean running;
        private boolean rangMeanwhile;
        private int failures;

        /** When its next alarm goes off. */
        private Optional<Instant> alarm = Optional.empty();
    }

    @Inject
    MailDelivery(
            PushConfig config,
            MailConfig mails,
            PushStore store,
            ThreepidStore threepids,
            UnreadMessages unreadMessages,
            ReadMarks readMarks,
            UnreadLetter letters,
            Mailer mailer,
            Alarms alarms,
            InstantSource clock) {
        this.config = config.mails();
        this.mails = mails;
        this.store = store;
        this.threepids = threepids;
        this.unreadMessages = unreadMessages;
        this.readMarks = readMarks;
        this.letters = letters;
        this.mailer = mailer;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Something waits for the pusher: no mail is due for it before the delay is over. */
    void deliver(Pusher.Key key) {
        wake(key, clock.instant().plus(config.delay()));
    }

    /** Something waits for the pusher since before the server was started. */
    void resume(Pusher.Key key) {
        wake(key, clock.instant());
    }

    private synchronized void wake(Pusher.Key key, Instant at) {
        if (closed) {
            return;
        }
        var lane = lanes.computeIfAbsent(key, unknown -> new Lane());
        if (lane.alarm.isEmpty() || at.isBefore(lane.alarm.get())) {
            lane.alarm = Optional.of(at);
            alarms.at(at, () -> ring(key, at));
        }
    }

    private void ring(Pusher.Key key, Instant at) {
        if (begins(key, at)) {
            do {
                look(key);
            } while (goesOn(key));
        }
    }

    /** Whether the alarm is the lane's own, which has not been set to an earlier time since, and nobody is at it. */
    private synchronized boolean begins(Pusher.Key key, Instant at) {
        var lane = lanes.get(key);
        if (closed || lane == null || !lane.alarm.equals(Optional.of(at))) {
            return false;
        }
        lane.alarm = Optional.empty();
        lane.rangMeanwhile = lane.running;
        boolean begins = !lane.running;
        lane.running = true;
        return begins;
    }

    /** Whether an alarm went off meanwhile; otherwise nobody is at it any more. */
    private synchronized boolean goesOn(Pusher.Key key) {
        var lane = lane(key);
        boolean more = lane.rangMeanwhile && !closed;
        lane.rangMeanwhile = false;
        if (!more) {
            lane.running = false;
            if (lane.alarm.isEmpty()) {
                lanes.remove(key);
            }
            notifyAll();
        }
        return more;
    }

    private void look(Pusher.Key key) {
        try {
            serve(key).ifPresent(due -> wake(key, due));
            succeeded(key);
        } catch (MailFailure failure) {
            LOG.log(System.Logger.Level.WARNING, "A mail was not sent: {0}", failure.getMessage());
            failed(key);
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "A pusher could not be served; it is tried again", failure);
            failed(key);
        }
    }

    private synchronized void succeeded(Pusher.Key key) {
        lane(key).failures = 0;
    }

    private synchronized void failed(Pusher.Key key) {
        var lane = lane(key);
        var retry = FIRST_RETRY.multipliedBy(1L << Math.min(lane.failures, DOUBLINGS));
        lane.failures++;
        wake(key, clock.instant().plus(retry));
    }

    private Lane lane(Pusher.Key key) {
        return Objects.requireNonNull(lanes.get(key));
    }

    /** Sends a mail if one is due; answers when one will be if nothing happens, or empty when there is nothing to tell. */
    private Optional<Instant> serve(Pusher.Key key) throws MailFailure {
        var pusher = store.find(key);
        var waiting = store.waiting(key, PushFollower.MAX_WAITING);
        // Where mails are not sent any more, what waits does so until they are again.
        if (mails.mail().isEmpty() || pusher.isEmpty() || waiting.isEmpty()) {
            return Optional.empty();
        }
        var address = EmailAddress.find(key.pushkey())
                .filter(found -> threepids.owner(found).equals(Optional.of(key.user())));
        if (address.isEmpty()) {
            // It was taken from the account while the pusher was set.
            store.remove(key);
            return Optional.empty();
        }
        var unread = pusher.get().enabled()
                ? unreadMessages.among(key.user(), waiting)
                : Map.<RoomId, UnreadMessages.InRoom>of();
        if (unread.isEmpty()) {
            store.done(key, waiting.getLast().position());
            return Optional.empty();
        }
        var mailed = unanswered(key);
        var now = clock.instant();
        // When so much waits that the oldest is dropped, nobody knows since when there was something.
        boolean isFull = waiting.size() == PushFollower.MAX_WAITING;
        var due = unread.entrySet().stream()
                .map(room -> due(room.getValue(), Optional.ofNullable(mailed.get(room.getKey())), isFull, now))
                .min(Instant::compareTo)
                .orElseThrow();
        if (due.isAfter(now)) {
            return Optional.of(due);
        }
        send(key, address.get(), waiting, unread);
        unread.forEach((room, messages) -> mailed.merge(
                room,
                new Mailed(messages.last(), now, 1),
                (before, latest) -> new Mailed(latest.upTo(), now, before.mails() + 1)));
        store.mailed(key, waiting.getLast().position(), mailed);
        return Optional.empty();
    }

    /** The rooms that mails told of and where the user has read nothing since. */
    private Map<RoomId, Mailed> unanswered(Pusher.Key key) {
        var mailed = new HashMap<>(store.mailed(key));
        if (!mailed.isEmpty()) {
            var read = readMarks.of(key.user(), List.copyOf(mailed.keySet()));
            read.forEach((room, upTo) -> mailed.computeIfPresent(
                    room, (_, before) -> upTo.furthest() >= before.upTo().value() ? null : before));
        }
        return mailed;
    }

    private Instant due(UnreadMessages.InRoom room, Optional<Mailed> mailed, boolean isFull, Instant now) {
        // Bridges say when a message was sent, perhaps in a future.
        var waited = isFull || room.since().isAfter(now) ? now : room.since().plus(config.delay());
        return mailed.map(before -> before.at().plus(config.pauseAfter(before.mails())))
                .filter(waited::isBefore)
                .orElse(waited);
    }

    private void send(
            Pusher.Key key, EmailAddress address, List<Waiting> waiting, Map<RoomId, UnreadMessages.InRoom> unread)
            throws MailFailure {
        var letter = letters.of(key, waiting.getLast().position(), unread);
        connections.acquireUninterruptibly();
        try {
            mailer.send(address, letter);
        } finally {
            connections.release();
        }
    }

    /** Begins no further mail, and waits for those that are being sent. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            while (lanes.values().stream().anyMatch(lane -> lane.running)) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
