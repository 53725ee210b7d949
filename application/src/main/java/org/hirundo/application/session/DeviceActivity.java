package org.hirundo.application.session;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentHashMap;
import org.hirundo.application.port.session.SessionStore;
import org.hirundo.application.port.session.SessionStore.Seen;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;

/**
 * When and from where devices were last used. Uses are gathered in memory and written in batches, so what is stored is about a
 * minute behind.
 */
@Singleton
public final class DeviceActivity {

    /** How often {@link #write()} is to be called. */
    public static final Duration INTERVAL = Duration.ofMinutes(1);

    private final SessionStore sessions;
    private final ConcurrentHashMap<UserDevice, Seen> unwritten = new ConcurrentHashMap<>();

    private record UserDevice(UserId user, DeviceId device) {}

    @Inject
    public DeviceActivity(SessionStore sessions) {
        this.sessions = sessions;
    }

    /** Notes a use. */
    void note(UserId user, DeviceId device, Instant at, String address) {
        unwritten.put(new UserDevice(user, device), new Seen(user, device, at, address));
    }

    /**
     * Writes what was noted. When that fails it is lost, and later uses take its place.
     *
     * @throws org.hirundo.application.port.StorageUnavailable when it cannot be written
     */
    public void write() {
        var uses = new ArrayList<Seen>();
        unwritten.forEach((device, seen) -> {
            if (unwritten.remove(device, seen)) {
                uses.add(seen);
            }
        });
        if (!uses.isEmpty()) {
            sessions.seen(uses);
        }
    }
}
