package org.hirundo.application.uia;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
}
