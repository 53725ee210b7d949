package org.hirundo.application.profile;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.port.profile.ProfileStore;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.profile.ProfileField;
import org.hirundo.domain.profile.SearchTerms;

/**
 * Searches for users whom the searcher can know of: from a room that they share, or one that is open to everybody. Only what is in
 * the profile counts, never a name that is used in some room alone.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3user_directorysearch">POST
 *     /user_directory/search</a>
 */
@Singleton
public final class SearchUsers {

    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 50;

    private final ProfileStore profiles;
    private final RateLimiter limits;

    @Inject
    public SearchUsers(ProfileStore profiles, RateLimiter limits) {
        this.profiles = profiles;
        this.limits = limits;
    }

    /** A user as they show themselves. */
    public record Found(UserId user, Optional<String> displayName, Optional<String> avatarUrl) {}

    /**
     * What was found.
     *
     * @param limited whether there are more
     */
    public record Results(List<Found> users, boolean limited) {}

    /**
     * Searches.
     *
     * @param limit how many are wanted at most
     * @throws InvalidParam when the limit is less than one
     */
    public Results search(Requester requester, String term, Optional<Long> limit) {
        requester.refuseGuest();
        limits.spend(requester, Cost.SEARCH);
        if (limit.orElse(1L) < 1) {
            throw new InvalidParam("The limit must be greater than zero");
        }
        int most = (int) Math.min(limit.orElse((long) DEFAULT_LIMIT), MAX_LIMIT);
        var users = profiles.search(requester.user(), SearchTerms.searched(term), most + 1);
        var shown = users.stream().limit(most).toList();
        var known = profiles.find(Set.copyOf(shown));
        return new Results(
                shown.stream()
                        .map(user -> found(user, known.getOrDefault(user, JsonObject.EMPTY)))
                        .toList(),
                users.size() > most);
    }

    private static Found found(UserId user, JsonObject profile) {
        return new Found(
                user, profile.string(ProfileField.DISPLAY_NAME.name()), profile.string(ProfileField.AVATAR_URL.name()));
    }
}
