package org.hirundo.application.port.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/** Profiles of local users: a JSON object each, with {@code displayname}, {@code avatar_url} and extended fields. */
public interface ProfileStore {

    /** The profile; empty when none was ever set. */
    Optional<JsonObject> find(UserId user);

    /** The profiles of the users; those without are absent. One read. */
    Map<UserId, JsonObject> find(Set<UserId> users);

    /**
     * Other users than the searcher who are found by all of the words, in the order of their ids: each is the beginning of one of
     * the {@link org.hirundo.domain.profile.SearchTerms} of the user and the profile as it is now. Only those are found who are
     * joined to a room to which the searcher is joined too, or to a room that everybody may join or read.
     *
     * @param words as {@link org.hirundo.domain.profile.SearchTerms#searched} gives them; without any nobody is found
     */
    List<UserId> search(UserId searcher, Set<String> words, int limit);

    /**
     * Changes the profile in one transaction; concurrent changes come one after the other. The operator gets an empty
     * object when there is no profile yet and may be called more than once.
     *
     * @return the profile afterwards
     */
    JsonObject update(UserId user, UnaryOperator<JsonObject> change);
}
