package org.hirundo.application.session;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hirundo.application.port.accountdata.AccountDataStore;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.stream.Committer;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * The account data in which clients keep whether a device is silent. It is of no use without the device.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/3890">MSC3890</a>
 */
@Singleton
final class LocalNotificationSettings {

    /** What the type begins with; the device's id is behind it. */
    private static final List<String> PREFIXES =
            List.of("m.local_notification_settings.", "org.matrix.msc3890.local_notification_settings.");

    private final AccountDataStore store;
    private final Committer committer;

    @Inject
    LocalNotificationSettings(AccountDataStore store, Committer committer) {
        this.store = store;
        this.committer = committer;
    }

    /** Deletes those of the devices, which one read finds; clients that look at them learn so. */
    void delete(UserId user, Collection<DeviceId> devices) {
        var types = devices.stream()
                .flatMap(device -> PREFIXES.stream().map(prefix -> prefix + device.value()))
                .collect(Collectors.toSet());
        store.find(user, Optional.empty(), types).forEach((type, settings) -> {
            if (!settings.isEmpty()) {
                committer.commit(new AccountDataChange(user, Optional.empty(), type, JsonObject.EMPTY));
            }
        });
    }
}
