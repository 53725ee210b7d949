package org.hirundo.domain.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hirundo.domain.id.DeviceId;
import org.jspecify.annotations.Nullable;

/**
 * The presence of a local user: what each device says, when it was last connected, and when the user last did something.
 * Immutable; time is always told, so what others see at any moment can be asked without waiting for it.
 *
 * <p>The devices that are connected decide, and the most present of them wins. A user whose devices are online but who did
 * nothing for a while is unavailable, until they do something; so is one who said so by hand.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#presence">Presence</a>
 */
public final class UserPresence {

    /** A user who was never here. */
    public static final UserPresence NEVER_SEEN = new UserPresence(Map.of(), Optional.empty(), Optional.empty(), false);

    private final Map<DeviceId, Connection> devices;
    private final Optional<Instant> lastActive;
    private final Optional<String> statusMessage;
    private final boolean idleByHand;

    /** What a device says, how many of its syncs are open, and when one began or ended last. */
    private record Connection(Presence says, int openSyncs, Instant lastSync) {

        boolean isAlive(Instant now, PresenceTimers timers) {
            return openSyncs > 0 || now.isBefore(end(timers));
        }

        Instant end(PresenceTimers timers) {
            return lastSync.plus(timers.disconnected());
        }
    }

    private UserPresence(
            Map<DeviceId, Connection> devices,
            Optional<Instant> lastActive,
            Optional<String> statusMessage,
            boolean idleByHand) {
        this.devices = Map.copyOf(devices);
        this.lastActive = lastActive;
        this.statusMessage = statusMessage;
        this.idleByHand = idleByHand;
    }

    /**
     * A sync of the device begins. Coming online counts as doing something.
     *
     * @param says the {@code set_presence} of the sync
     */
    public UserPresence syncBegins(DeviceId device, Presence says, Instant now, PresenceTimers timers) {
        var comesOnline = says == Presence.ONLINE && said(device, now, timers) != Presence.ONLINE;
        var synced = withDevice(device, known -> new Connection(says, known == null ? 1 : known.openSyncs() + 1, now));
        return comesOnline && !idleByHand ? synced.withLastActive(now) : synced;
    }

    private Presence said(DeviceId device, Instant now, PresenceTimers timers) {
        var known = devices.get(device);
        return known != null && known.isAlive(now, timers) ? known.says() : Presence.OFFLINE;
    }

    /** A sync of the device ends. */
    public UserPresence syncEnds(DeviceId device, Instant now) {
        return withDevice(
                device,
                known -> known == null
                        ? new Connection(Presence.OFFLINE, 0, now)
                        : new Connection(known.says(), Math.max(0, known.openSyncs() - 1), now));
    }

    /** The user did something with one of their devices, such as sending a message. */
    public UserPresence active(Instant now) {
        return new UserPresence(devices, Optional.of(now), statusMessage, false);
    }

    /** The user says by hand how present they are. */
    public UserPresence set(DeviceId device, PresenceRequest request, Instant now) {
        var says = request.presence() == Presence.OFFLINE ? Presence.OFFLINE : Presence.ONLINE;
        var told = withDevice(device, known -> new Connection(says, known == null ? 0 : known.openSyncs(), now));
        return new UserPresence(
                told.devices,
                request.presence() == Presence.ONLINE ? Optional.of(now) : lastActive,
                request.statusMessage(),
                request.presence() == Presence.UNAVAILABLE);
    }

    private UserPresence withDevice(DeviceId device, Function<@Nullable Connection, Connection> change) {
        var changed = new HashMap<>(devices);
        changed.put(device, change.apply(changed.get(device)));
        return new UserPresence(changed, lastActive, statusMessage, idleByHand);
    }

    private UserPresence withLastActive(Instant now) {
        return new UserPresence(devices, Optional.of(now), statusMessage, idleByHand);
    }

    /** What others see now. */
    public PresenceStatus at(Instant now, PresenceTimers timers) {
        var connected = devices.values().stream()
                .filter(device -> device.isAlive(now, timers))
                .map(Connection::says)
                .min(Presence::compareTo)
                .orElse(Presence.OFFLINE);
        var idle = idleByHand || !didSomethingWithin(timers.idle(), now);
        var presence = connected == Presence.ONLINE && idle ? Presence.UNAVAILABLE : connected;
        var currentlyActive = presence == Presence.ONLINE && didSomethingWithin(timers.active(), now);
        return new PresenceStatus(presence, lastActive, currentlyActive, statusMessage);
    }

    private boolean didSomethingWithin(Duration duration, Instant now) {
        return lastActive.filter(time -> now.isBefore(time.plus(duration))).isPresent();
    }

    /** When what others see may next change although nothing happens; empty when it never will. */
    public Optional<Instant> nextChange(Instant now, PresenceTimers timers) {
        var ends = devices.values().stream()
                .filter(device -> device.openSyncs() == 0)
                .map(device -> device.end(timers));
        var pauses =
                lastActive.stream().flatMap(time -> Stream.of(time.plus(timers.active()), time.plus(timers.idle())));
        return Stream.concat(ends, pauses).filter(now::isBefore).min(Instant::compareTo);
    }

    /** The same without devices that are gone, which say nothing any more. */
    public UserPresence pruned(Instant now, PresenceTimers timers) {
        var alive = new HashMap<>(devices);
        alive.values().removeIf(device -> !device.isAlive(now, timers));
        return new UserPresence(alive, lastActive, statusMessage, idleByHand);
    }
}
