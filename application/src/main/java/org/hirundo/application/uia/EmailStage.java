package org.hirundo.application.uia;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.hirundo.application.port.threepid.Validation.Purpose;
import org.hirundo.application.request.Body;
import org.hirundo.application.threepid.Validations;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.ThreepidAuthFailed;
import org.hirundo.domain.json.JsonObject;

/**
 * Whoever asks has read a mail that was sent to an address for this purpose. Keeps the {@code address}, when that was shown as
 * {@code validated_at}, and the {@code sid} of the session.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#email-based-identity--homeserver">Email-based</a>
 */
@Singleton
final class EmailStage implements Stage {

    private static final Map<String, Purpose> PURPOSES =
            Map.of(Flows.REGISTRATION, Purpose.REGISTRATION, Flows.PASSWORD_CHANGE, Purpose.PASSWORD_RESET);

    private final Validations validations;

    @Inject
    EmailStage(Validations validations) {
        this.validations = validations;
    }

    /** What a mail address is shown for in an operation, if it is for anything. */
    static Optional<Purpose> purpose(String operation) {
        return Optional.ofNullable(PURPOSES.get(operation));
    }

    @Override
    public String type() {
        return Flows.EMAIL_IDENTITY;
    }

    @Override
    public Outcome attempt(Attempt attempt) {
        var purpose = purpose(attempt.operation());
        if (purpose.isEmpty()) {
            return Outcome.failed(new Forbidden("A mail address shows nothing here"));
        }
        var credentials = new Body(attempt.auth()).requiredObject("threepid_creds");
        var sid = new Body(credentials).requiredString("sid");
        return validations
                .shown(purpose.get(), credentials)
                .<Outcome>map(shown -> new Outcome.Done(
                        JsonObject.of("address", shown.address().toString())
                                .with("validated_at", shown.validatedAt().toEpochMilli())
                                .with("sid", sid)))
                .orElseGet(() -> Outcome.failed(new ThreepidAuthFailed("The link in the mail was not followed yet")));
    }
}
