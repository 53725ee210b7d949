package org.hirundo.application.room;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hirundo.application.config.Identity;
import org.hirundo.application.port.profile.ProfileStore;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.Membership;

/** The profiles that go into membership events, so that clients need not ask for them one by one. */
@Singleton
public final class MemberProfiles {

    private final ProfileStore profiles;
    private final Identity identity;

    @Inject
    public MemberProfiles(ProfileStore profiles, Identity identity) {
        this.profiles = profiles;
        this.identity = identity;
    }

    /** The profiles of those of the users who belong to this server; read before a room is entered. */
    public Known of(Collection<UserId> users) {
        var local =
                users.stream().filter(user -> user.isLocalTo(identity.server())).collect(Collectors.toSet());
        return new Known(local.isEmpty() ? Map.of() : profiles.find(local));
    }

    /** The profile of one user. */
    public Known of(UserId user) {
        return of(Set.of(user));
    }

    /** Profiles that were read. */
    public record Known(Map<UserId, JsonObject> profiles) {

        /** The content of an event that gives the user the membership, with their name and picture. */
        public JsonObject content(UserId user, Membership membership) {
            var profile = profiles.getOrDefault(user, JsonObject.EMPTY);
            return JsonObject.builder()
                    .put("membership", membership.wireName())
                    .putIfPresent("displayname", profile.string("displayname"))
                    .putIfPresent("avatar_url", profile.string("avatar_url"))
                    .build();
        }
    }
}
