package org.hirundo.application.push;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.hirundo.application.cache.ByteBoundedCache;
import org.hirundo.application.cache.MemoryBudget;
import org.hirundo.application.port.StorageUnavailable;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.push.PushGateway;
import org.hirundo.application.port.push.PushGatewayFailure;
import org.hirundo.application.port.push.PushStore;
import org.hirundo.application.port.push.PushStore.Waiting;
import org.hirundo.application.port.push.Pusher;
import org.hirundo.application.time.Alarms;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * Delivers what waits for pushers to their gateways, one thing at a time and in order for each. A gateway that fails is asked again,
 * later and later; a pushkey it rejects loses its pusher. What was not delivered when the server stops waits in the store.
 */
@Singleton
public final class PushDelivery implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(PushDelivery.class.getName());

    private static final int BATCH = 20;
    private static final long BADGE_BYTES = 400;

    /** Calls under way at once; gateways are slow, and one that hangs must not stop the others. */
    private static final int CALLS = 128;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    /** 5 seconds doubled so often are 43 minutes. */
    private static final int DOUBLINGS = 9;

    private final PushStore store;
    private final EventStore events;
    private final PushGateway gateway;
    private final GatewayNotification notifications;
    private final Alarms alarms;
    private final InstantSource clock;
    private final Semaphore calls = new Semaphore(CALLS);

    /** What number the apps show, as far as is remembered. */
    private final ByteBoundedCache<Pusher.Key, Integer> badges;

    /** Pushers that are being served or wait for their gateway; guarded by this object, as what follows. */
    private final Map<Pusher.Key, Lane> lanes = new HashMap<>();

    private boolean closed;

    /** Users whose pushers are being looked for. */
    private int lookups;

    /** A pusher that is served. */
    private static final class Lane {
        private boolean running;
        private boolean moreCame;
        private boolean paused;
        private boolean badgeMayDiffer;
        private int failures;
    }

    @Inject
    PushDelivery(
            PushStore store,
            EventStore events,
            PushGateway gateway,
            GatewayNotification notifications,
            Alarms alarms,
            InstantSource clock,
            MemoryBudget budget) {
        this.store = store;
        this.events = events;
        this.gateway = gateway;
        this.notifications = notifications;
        this.alarms = alarms;
        this.clock = clock;
        badges = new ByteBoundedCache<>(budget, (key, badge) -> BADGE_BYTES);
    }

    /** Something waits for the pusher; it is delivered behind the caller's back. */
    synchronized void deliver(Pusher.Key key) {
        if (closed) {
            return;
        }
        var lane = lanes.computeIfAbsent(key, unknown -> new Lane());
        if (lane.running) {
            lane.moreCame = true;
        } else if (!lane.paused) {
            lane.running = true;
            Thread.ofVirtual().name("pusher").start(() -> run(key));
        }
    }

    /** The user has read something, perhaps: their apps are told when the number on their icons is another one now. */
    synchronized void updateBadges(UserId user) {
        if (!closed) {
            lookups++;
            // What pushers the user has must be read, for which the caller does not wait.
            Thread.ofVirtual().name("badges").start(() -> findBadges(user));
        }
    }

    private void findBadges(UserId user) {
        try {
            store.of(Set.of(user)).getOrDefault(user, List.of()).stream()
                    .map(Pusher::key)
                    .filter(key -> !key.isMail())
                    .forEach(this::updateBadge);
        } catch (StorageUnavailable e) {
            LOG.log(System.Logger.Level.WARNING, "A badge could not be updated", e);
        } finally {
            lookedUp();
        }
    }

    private synchronized void lookedUp() {
        lookups--;
        notifyAll();
    }

    private synchronized void updateBadge(Pusher.Key key) {
        if (!closed) {
            lanes.computeIfAbsent(key, unknown -> new Lane()).badgeMayDiffer = true;
            deliver(key);
        }
    }

    private void run(Pusher.Key key) {
        boolean delivered = false;
        try {
            do {
                delivered = serve(key);
            } while (delivered && goesOn(key));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A pusher could not be served; it is tried again", e);
            delivered = false;
        } finally {
            if (!delivered) {
                pause(key);
            }
        }
    }

    /** Delivers all that waits; false when the gateway fails. */
    private boolean serve(Pusher.Key key) {
        return serveEvents(key) && (!takesBadge(key) || serveBadge(key));
    }

    private synchronized boolean takesBadge(Pusher.Key key) {
        var lane = lane(key);
        boolean may = lane.badgeMayDiffer;
        lane.badgeMayDiffer = false;
        return may && !closed;
    }

    private boolean serveBadge(Pusher.Key key) {
        int badge = notifications.badge(key.user());
        var pusher = store.find(key).filter(Pusher::enabled).filter(Pusher::countsBadge);
        if (pusher.isEmpty() || badges.get(key).filter(shown -> shown == badge).isPresent()) {
            return true;
        }
        return tell(pusher.get(), notifications.ofBadge(pusher.get(), badge), badge);
    }

    private boolean serveEvents(Pusher.Key key) {
        for (var waiting = store.waiting(key, BATCH); !waiting.isEmpty(); waiting = store.waiting(key, BATCH)) {
            for (var push : waiting) {
                var pusher = store.find(key);
                if (pusher.isEmpty() || isClosed()) {
                    return true;
                }
                if (!deliver(pusher.get(), push)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean deliver(Pusher pusher, Waiting push) {
        var event = Optional.ofNullable(events.events(Set.of(push.event())).get(push.event()))
                .filter(stored -> stored.redactedBy().isEmpty());
        // What waited when the pusher was switched off is not wanted any more.
        if (event.isPresent() && pusher.enabled()) {
            int badge = notifications.badge(pusher.key().user());
            var body = notifications.ofEvent(pusher, event.get(), push.tweaks(), badge);
            if (!tell(pusher, body, badge)) {
                return false;
            }
        }
        store.done(pusher.key(), push.position());
        return true;
    }

    /** Tells the gateway, and drops the pusher if it is rejected; false when the gateway fails. */
    private boolean tell(Pusher pusher, JsonObject body, int badge) {
        var rejected = call(pusher, body);
        rejected.ifPresent(pushkeys -> {
            if (pushkeys.contains(pusher.key().pushkey())) {
                store.remove(pusher.key());
            }
            badges.put(pusher.key(), badge);
            succeeded(pusher.key());
        });
        return rejected.isPresent();
    }

    /** What the gateway rejects; empty when it failed. */
    private Optional<Set<String>> call(Pusher pusher, JsonObject body) {
        calls.acquireUninterruptibly();
        try {
            var url = pusher.data().string("url").orElseThrow();
            return Optional.of(gateway.notify(URI.create(url), body));
        } catch (PushGatewayFailure failure) {
            LOG.log(System.Logger.Level.INFO, () -> "A push gateway failed: " + failure.getMessage());
            return Optional.empty();
        } finally {
            calls.release();
        }
    }

    private Lane lane(Pusher.Key key) {
        return Objects.requireNonNull(lanes.get(key));
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void succeeded(Pusher.Key key) {
        lane(key).failures = 0;
    }

    /** Whether something came meanwhile; otherwise the pusher is served no longer. */
    private synchronized boolean goesOn(Pusher.Key key) {
        var lane = lane(key);
        boolean more = lane.moreCame && !closed;
        lane.moreCame = false;
        if (!more) {
            lanes.remove(key);
            notifyAll();
        }
        return more;
    }

    private synchronized void pause(Pusher.Key key) {
        var lane = lane(key);
        lane.running = false;
        lane.moreCame = false;
        lane.paused = true;
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(lane.failures, DOUBLINGS));
        lane.failures++;
        alarms.at(clock.instant().plus(pause), () -> resume(key));
        notifyAll();
    }

    private synchronized void resume(Pusher.Key key) {
        lane(key).paused = false;
        deliver(key);
    }

    /** Whether nothing is under way: all that waits is delivered, or its gateway failed and is left alone for a while. */
    public synchronized boolean isQuiet() {
        return lookups == 0 && lanes.values().stream().noneMatch(lane -> lane.running);
    }

    /** Waits until {@link #isQuiet() nothing is under way}. */
    public synchronized void awaitQuiet() throws InterruptedException {
        while (!isQuiet()) {
            wait();
        }
    }

    /** Begins no further call, and waits for those that are under way. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        try {
            awaitQuiet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
