package org.hirundo.domain.error;

import java.util.List;
import java.util.Optional;
import org.hirundo.domain.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The user has to authenticate for this operation, in stages.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#user-interactive-authentication-api">User-interactive
 *     authentication</a>
 */
public final class InteractiveAuthRequired extends MatrixException {

    private static final long serialVersionUID = 1L;

    private final transient List<List<String>> flows;
    private final transient JsonObject params;
    private final String session;
    private final transient List<String> completed;
    private final @Nullable MatrixException failure;

    /**
     * With what the client needs to go on.
     *
     * @param flows the sequences of stages, one of which has to be gone through
     * @param params what stages tell the client, by stage
     * @param completed the stages that are done
     */
    public InteractiveAuthRequired(
            List<List<String>> flows, JsonObject params, String session, List<String> completed) {
        this(flows, params, session, completed, null);
    }

    private InteractiveAuthRequired(
            List<List<String>> flows,
            JsonObject params,
            String session,
            List<String> completed,
            @Nullable MatrixException failure) {
        super("Authentication is required");
        this.flows = flows.stream().map(List::copyOf).toList();
        this.params = params;
        this.session = session;
        this.completed = List.copyOf(completed);
        this.failure = failure;
    }

    /** The same after a stage that was tried and failed. */
    public InteractiveAuthRequired after(MatrixException failed) {
        return new InteractiveAuthRequired(flows, params, session, completed, failed);
    }

    /** The sequences of stages, one of which has to be gone through. */
    public List<List<String>> flows() {
        return flows;
    }

    /** What stages tell the client, by stage. */
    public JsonObject params() {
        return params;
    }

    /** The id of the session. */
    public String session() {
        return session;
    }

    /** The stages that are done. */
    public List<String> completed() {
        return completed;
    }

    /** Why the stage failed that was tried, if one was. */
    public Optional<MatrixException> failure() {
        return Optional.ofNullable(failure);
    }
}
