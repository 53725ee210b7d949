package org.hirundo.application.session;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.hirundo.application.port.StorageUnavailable;
import org.hirundo.application.port.session.SessionStore;
import org.hirundo.application.port.session.SessionStore.Seen;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;

/**
 * When and from where devices were last used. Uses are gathered in memory and written together, about once a minute, by whom
 * the next use after that time starts.
 */
@Singleton
public final class DeviceActivity {

    private static final System.Logger LOG = System.getLogger(DeviceActivity.class.getName());

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final SessionStore sessions;
    private final ConcurrentHashMap<UserDevice, Seen> unwritten = new ConcurrentHashMap<>();
    private final AtomicReference<Instant> nextWrite = new AtomicReference<>(Instant.MIN);

    private record UserDevice(UserId user, DeviceId device) {}

    @Inject
    public DeviceActivity(SessionStore sessions) {
        this.sessions = sessions;
    }

    /** Notes a use. */
    void note(UserId user, DeviceId device, Instant at, String address) {
        unwritten.put(new UserDevice(user, device), new Seen(user, device, at, address));
        var due = nextWrite.get();
        if (!at.isBefore(due) && nextWrite.compareAndSet(due, at.plus(INTERVAL))) {
            Thread.startVirtualThread(this::write);
        }
    }

    /** Writes what was noted. When that fails it is lost, and later uses take its place. */
    public synchronized void write() {
        var uses = new ArrayList<Seen>();
        unwritten.forEach((device, seen) -> {
            if (unwritten.remove(device, seen)) {
                uses.add(seen);
            }
        });
        if (uses.isEmpty()) {
            return;
        }
        try {
            sessions.seen(uses);
        } catch (StorageUnavailable e) {
            LOG.log(System.Logger.Level.WARNING, "When devices were last used could not be written", e);
        }
    }
}
