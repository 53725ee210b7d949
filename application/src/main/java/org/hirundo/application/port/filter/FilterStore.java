package org.hirundo.application.port.filter;

import java.util.Optional;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/** Filters that clients uploaded. They never change. */
public interface FilterStore {

    /** Keeps the filter and gives its id, the same id for the same canonical filter of a user. Ids never begin with a brace. */
    String save(UserId user, JsonObject filter);

    /** The filter, or empty. */
    Optional<JsonObject> find(UserId user, String id);
}
