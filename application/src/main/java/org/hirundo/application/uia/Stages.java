package org.hirundo.application.uia;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hirundo.application.port.uia.UiaStore.UiaSession;
import org.hirundo.domain.error.Forbidden;

/** All stages there are. */
@Singleton
final class Stages {

    private final Map<String, Stage> byType;

    @Inject
    Stages(
            PasswordStage password,
            DummyStage dummy,
            RegistrationTokenStage registrationToken,
            TermsStage terms,
            CaptchaStage captcha,
            EmailStage email) {
        byType = Stream.of(password, dummy, registrationToken, terms, captcha, email)
                .collect(Collectors.toUnmodifiableMap(Stage::type, Function.identity()));
    }

    Optional<Stage> find(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    /**
     * The stage, which can be taken in the session now.
     *
     * @throws Forbidden when it cannot
     */
    Stage next(UiaSession session, String type) {
        return find(type)
                .filter(stage -> new Flows(session.flows()).isNext(stage.type(), session.completed()))
                .orElseThrow(() -> new Forbidden("This stage is not the next of any flow"));
    }
}
