package org.hirundo.application.session;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
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

    /** Deletes those of the device; clients that look at it learn so. */
    void delete(UserId user, DeviceId device) {
        for (var prefix : PREFIXES) {
            var type = prefix + device.value();
            if (store.find(user, Optional.empty(), type)
                    .filter(settings -> !settings.isEmpty())
                    .isPresent()) {
                committer.commit(new AccountDataChange(user, Optional.empty(), type, JsonObject.EMPTY));
            }
        }
    }
}
