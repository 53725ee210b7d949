package org.hirundo.application.port.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;

/**
 * Devices and their tokens. Devices are removed with {@link
 * org.hirundo.application.port.stream.DevicesRemoved}, which takes their tokens along.
 */
public interface SessionStore {

    /**
     * Signs a device in, in one transaction: a new device is added; of a known one all tokens are dropped, and the display
     * name is kept unless it has none.
     */
    void signIn(Device device, AccessGrant access, Optional<RefreshGrant> refresh);

    /** Adds a device without tokens; false, and nothing is changed, when the user has one of this id. */
    boolean add(Device device);

    /** What the access token gives, expired ones too; empty when it is not known. */
    Optional<AccessGrant> access(TokenHash accessToken);

    /** What the refresh token gives, expired ones too; empty when it is not known. */
    Optional<RefreshGrant> refresh(TokenHash refreshToken);

    /**
     * Exchanges a refresh token, in one transaction. The old pair stays valid until the new access or refresh token is
     * first used ({@link #confirm}), so that an answer that gets lost locks nobody out. Of concurrent exchanges of one
     * refresh token each succeeds, and the last one's pair stays.
     *
     * @return false, and nothing is changed, when the used token is not known
     */
    boolean exchange(TokenHash used, AccessGrant access, RefreshGrant refresh);

    /** The access token was used: the refresh token and access token that it replaced are dropped. */
    void confirm(TokenHash accessToken);

    /** The devices of a user in the order of their ids. */
    List<Device> devices(UserId user);

    /** The devices of all the users, those without are absent. One read. */
    Map<UserId, List<Device>> devices(Set<UserId> users);

    /** The device, or empty. */
    Optional<Device> device(UserId user, DeviceId device);

    /** Names the device; false when there is none. */
    boolean rename(UserId user, DeviceId device, Optional<String> displayName);

    /** Notes when and from where devices were used. Unknown devices are skipped. */
    void seen(List<Seen> seen);

    /** A use of a device. */
    record Seen(UserId user, DeviceId device, Instant at, String ip) {}
}
