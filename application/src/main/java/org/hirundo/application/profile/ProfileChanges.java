package org.hirundo.application.profile;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.hirundo.application.config.ProfileConfig;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.lock.UserLocks;
import org.hirundo.application.port.profile.ProfileStore;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.profile.ProfileField;

/** How fields of profiles are changed, whatever the change. */
@Singleton
final class ProfileChanges {

    private final ProfileConfig config;
    private final ProfileStore profiles;
    private final ShownInRooms rooms;
    private final UserLocks locks;
    private final RateLimiter limits;

    @Inject
    ProfileChanges(
            ProfileConfig config, ProfileStore profiles, ShownInRooms rooms, UserLocks locks, RateLimiter limits) {
        this.config = config;
        this.profiles = profiles;
        this.rooms = rooms;
        this.locks = locks;
        this.limits = limits;
    }

    /**
     * Changes a field, and shows the change in the user's rooms if that is where it is seen. Changes of one user are shown in
     * the order in which they are made.
     *
     * @throws org.hirundo.domain.error.MatrixException when the requester may not change it
     */
    void change(Requester requester, UserId user, ProfileField field, UnaryOperator<JsonObject> change) {
        requester.refuseUnlessSelf(user);
        requester.refuseSuspended();
        if (!field.equals(ProfileField.DISPLAY_NAME)) {
            requester.refuseGuest();
        }
        config.fields().check(field);
        limits.spend(requester, Cost.PROFILE);
        locks.with(user, () -> {
            var before = profiles.find(user).orElse(JsonObject.EMPTY);
            var after = profiles.update(user, change);
            if (field.isShownInRooms() && !Objects.equals(before.get(field.name()), after.get(field.name()))) {
                rooms.update(user, after);
            }
        });
    }
}
