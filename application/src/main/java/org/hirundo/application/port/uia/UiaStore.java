package org.hirundo.application.port.uia;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/** Sessions of user-interactive authentication. */
public interface UiaStore {

    /**
     * A session.
     *
     * @param operation what is being authorised: a session may finish only what it was begun for
     * @param user who asks for it, empty when that is not known yet
     * @param flows the ways through it: a list of stages each, whose names have no spaces
     * @param completed the stages that are done
     * @param request the body of the request that it is bound to, without {@code auth}; empty while it is bound
     *     to none
     * @param details what stages keep for later, by stage
     */
    record UiaSession(
            String id,
            String operation,
            Optional<UserId> user,
            List<List<String>> flows,
            Set<String> completed,
            Optional<JsonObject> request,
            JsonObject details,
            Instant expiresAt) {

        public UiaSession {
            flows = flows.stream().map(List::copyOf).toList();
            completed = Set.copyOf(completed);
        }

        /** The session with one more stage done, of which something may be kept. */
        public UiaSession completing(String stage, JsonObject kept) {
            var done = new HashSet<>(completed);
            done.add(stage);
            var more = kept.isEmpty() ? details : details.with(stage, kept);
            return new UiaSession(id, operation, user, flows, done, request, more, expiresAt);
        }

        /** The session bound to a request. */
        public UiaSession boundTo(JsonObject bound) {
            return new UiaSession(id, operation, user, flows, completed, Optional.of(bound), details, expiresAt);
        }
    }

    /** Keeps the session, in place of an earlier one of the same id. */
    void save(UiaSession session);

    /** The session, or empty when it is not known or expired at {@code now}. */
    Optional<UiaSession> find(String id, Instant now);

    /** Replaces the session; false, and nothing is changed, when there is none of its id any more. */
    boolean update(UiaSession session);

    /** Drops the session; true for exactly one of several concurrent callers. */
    boolean remove(String id);

    /** Drops the sessions that expired before {@code now}. */
    void removeExpired(Instant now);
}
