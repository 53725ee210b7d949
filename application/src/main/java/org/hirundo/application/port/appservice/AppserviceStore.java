package org.hirundo.application.port.appservice;

import java.util.Optional;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.json.JsonObject;

/** How far each application service was told what happened, and the transaction that it is being told. */
public interface AppserviceStore {

    /** How far the service is; empty when it was never told anything. */
    Optional<Progress> progress(String service);

    /** Puts the progress in place of what was noted of the service before, all at once. */
    void note(String service, Progress progress);

    /**
     * How far a service is.
     *
     * @param upTo up to where all that concerns it was put into transactions
     * @param number the number of the last transaction
     * @param unacknowledged what is in that transaction, to be sent just so until the service has it; empty once it has
     */
    record Progress(StreamPosition upTo, long number, Optional<JsonObject> unacknowledged) {

        /** The service has what it was told. */
        public Progress acknowledged() {
            return new Progress(upTo, number, Optional.empty());
        }

        /** Nothing up to the position concerns the service. */
        public Progress skippedTo(StreamPosition position) {
            return new Progress(position, number, unacknowledged);
        }

        /** The service is to be told this next. */
        public Progress next(StreamPosition position, JsonObject transaction) {
            return new Progress(position, number + 1, Optional.of(transaction));
        }
    }
}
