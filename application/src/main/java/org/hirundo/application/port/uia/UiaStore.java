package org.hirundo.application.port.uia;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.json.JsonObject;

/** Sessions of user-interactive authentication. */
public interface UiaStore {

    /**
     * A session.
     *
     * @param operation what is being authorised: a session may finish only what it was begun for
     * @param completed the stages that are done
     * @param request the first request's body, without {@code auth}
     * @param details what stages keep for later, by stage
     */
    record UiaSession(
            String id,
            String operation,
            Set<String> completed,
            JsonObject request,
            JsonObject details,
            Instant expiresAt) {

        public UiaSession {
            completed = Set.copyOf(completed);
        }
    }

    /** Keeps the session, in place of an earlier one of the same id. */
    void save(UiaSession session);

    /** The session, or empty when it is not known or expired at {@code now}. */
    Optional<UiaSession> find(String id, Instant now);

    /** Drops the session; true for exactly one of several concurrent callers. */
    boolean remove(String id);

    /** Drops the sessions that expired before {@code now}. */
    void removeExpired(Instant now);
}
