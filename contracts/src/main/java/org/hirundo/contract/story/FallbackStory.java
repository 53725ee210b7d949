package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.account.RegisterAccount;
import org.hirundo.application.config.CaptchaConfig;
import org.hirundo.application.config.RateLimitConfig;
import org.hirundo.application.config.RegistrationConfig;
import org.hirundo.application.config.TermsConfig;
import org.hirundo.application.port.account.RegistrationToken;
import org.hirundo.application.port.uia.CaptchaService;
import org.hirundo.application.port.uia.CaptchaServiceFailure;
import org.hirundo.application.uia.Flows;
import org.hirundo.application.uia.InteractiveAuth;
import org.hirundo.application.uia.OpenFallback;
import org.hirundo.application.uia.TakeStage;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.domain.error.CaptchaInvalid;
import org.hirundo.domain.error.CaptchaNeeded;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InteractiveAuthRequired;
import org.hirundo.domain.error.LimitExceeded;
import org.hirundo.domain.error.MatrixException;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Registering where a captcha, a token and the acceptance of policies are asked for, by the client or with a browser. */
public abstract class FallbackStory extends PeopleStory {

    private static final RegistrationConfig BY_TOKEN =
            new RegistrationConfig(RegistrationConfig.Mode.TOKEN, Optional.empty(), false);

    private static final TermsConfig TERMS = TermsConfig.of(List.of(
            new TermsConfig.Line("privacy", "1.2", "en", URI.create("https://example.org/en"), "Privacy"),
            new TermsConfig.Line("privacy", "1.2", "de", URI.create("https://example.org/de"), "Datenschutz")));

    private static final CaptchaConfig CAPTCHA = new CaptchaConfig(Optional.of(new CaptchaConfig.Captcha(
            CaptchaConfig.Service.RECAPTCHA, "site key", "secret", URI.create("https://example.org/verify"))));

    private static final List<String> ALL = List.of("m.login.recaptcha", "m.login.registration_token", "m.login.terms");

    private Server careful;

    @BeforeEach
    final void startCarefulServer() {
        careful = careful();
        storage().registrationTokens().create(RegistrationToken.unused("friends", Optional.of(1), Optional.empty()));
    }

    private Server careful() {
        return Server.on(storage())
                .with(RegistrationConfig.class, BY_TOKEN)
                .with(TermsConfig.class, TERMS)
                .with(CaptchaConfig.class, CAPTCHA);
    }

    @AfterEach
    final void stopCarefulServer() {
        careful.close();
    }

    private RegisterAccount.Registered register(JsonObject body) {
        return careful.get(RegisterAccount.class).register(new RegisterAccount.Registration("user", body, ADDRESS));
    }

    private InteractiveAuthRequired challenged(JsonObject auth) {
        return challenge(() -> register(registration("dora").with("auth", auth)));
    }

    private static JsonObject auth(String session, String type) {
        return JsonObject.of("type", type).with("session", session);
    }

    private Optional<MatrixException> take(String session, String type, JsonObject auth) {
        return careful.get(TakeStage.class).take(new TakeStage.Taking(session, type, auth, ADDRESS));
    }

    private OpenFallback.OpenStage open(String session, String type) {
        return careful.get(OpenFallback.class).open(session, type);
    }

    @Test
    void the_client_takes_all_stages() {
        var challenge = challenge(() -> register(JsonObject.EMPTY));
        var session = challenge.session();
        assertThat(challenge.flows()).containsExactly(ALL);
        assertThat(challenge.params().object("m.login.recaptcha")).contains(JsonObject.of("public_key", "site key"));
        var policy = challenge
                .params()
                .object("m.login.terms")
                .flatMap(terms -> terms.object("policies"))
                .flatMap(policies -> policies.object("privacy"))
                .orElseThrow();
        assertThat(policy.string("version")).contains("1.2");
        assertThat(policy.object("de"))
                .contains(JsonObject.of("name", "Datenschutz").with("url", "https://example.org/de"));

        assertThat(challenged(auth(session, "m.login.recaptcha")).failure())
                .get()
                .isInstanceOf(CaptchaNeeded.class);
        assertThat(challenged(auth(session, "m.login.recaptcha").with("response", "beep"))
                        .failure())
                .get()
                .isInstanceOf(CaptchaInvalid.class);
        challenged(auth(session, "m.login.recaptcha").with("response", "I am human"));
        challenged(auth(session, "m.login.registration_token").with("token", "friends"));
        assertThat(register(registration("dora").with("auth", auth(session, "m.login.terms")))
                        .user())
                .hasToString("@dora:hirundo.example");
    }

    @Test
    void nobody_registers_while_the_captcha_service_is_away() {
        careful.with(CaptchaService.class, (url, secret, response) -> {
            throw new CaptchaServiceFailure("A story wants it so");
        });

        assertThat(challenged(JsonObject.of("type", "m.login.recaptcha").with("response", "I am human"))
                        .failure())
                .get()
                .isInstanceOf(CaptchaInvalid.class);
    }

    @Test
    void a_browser_takes_the_stages_and_the_client_comes_with_the_session() {
        var session = challenge(() -> register(JsonObject.EMPTY)).session();
        assertThat(open(session, "m.login.recaptcha").params()).isEqualTo(JsonObject.of("public_key", "site key"));
        assertThat(take(session, "m.login.recaptcha", JsonObject.of("response", "beep")))
                .get()
                .isInstanceOf(CaptchaInvalid.class);
        assertThat(open(session, "m.login.recaptcha").done()).isFalse();
        assertThat(take(session, "m.login.recaptcha", JsonObject.of("response", "I am human")))
                .isEmpty();
        assertThat(open(session, "m.login.recaptcha").done()).isTrue();
        assertThat(take(session, "m.login.recaptcha", JsonObject.EMPTY)).isEmpty();
        assertThat(take(session, "m.login.registration_token", JsonObject.of("token", "friends")))
                .isEmpty();

        var withSession = JsonObject.of("session", session);
        assertThat(challenged(withSession).completed())
                .containsExactly("m.login.recaptcha", "m.login.registration_token");
        assertThat(take(session, "m.login.terms", JsonObject.EMPTY)).isEmpty();
        assertThat(register(registration("dora").with("auth", withSession)).user())
                .hasToString("@dora:hirundo.example");
        assertThat(storage()
                        .registrationTokens()
                        .find("friends", careful.clock().instant())
                        .orElseThrow()
                        .completed())
                .isEqualTo(1);
        assertThatThrownBy(() -> open(session, "m.login.terms")).isInstanceOf(NotFound.class);
    }

    @Test
    void what_a_browser_proved_is_for_one_request() {
        var session = challenge(() -> register(JsonObject.EMPTY)).session();
        take(session, "m.login.recaptcha", JsonObject.of("response", "I am human"));
        challenged(JsonObject.of("session", session));
        take(session, "m.login.registration_token", JsonObject.of("token", "friends"));
        take(session, "m.login.terms", JsonObject.EMPTY);

        assertThatThrownBy(() -> register(registration("emil").with("auth", JsonObject.of("session", session))))
                .isInstanceOf(Forbidden.class);
        var user = Concurrently.call(6, number -> {
            try {
                register(registration("dora").with("auth", JsonObject.of("session", session)));
                return "through";
            } catch (MatrixException e) {
                return "not";
            }
        });
        assertThat(user).containsOnlyOnce("through");
    }

    @Test
    void stages_are_taken_in_their_order_in_a_browser_too() {
        var session = challenge(() -> register(JsonObject.EMPTY)).session();
        for (var type : List.of("m.login.terms", "m.login.registration_token", "m.login.dummy", "m.login.magic")) {
            assertThatThrownBy(() -> open(session, type)).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> take(session, type, JsonObject.of("token", "friends")))
                    .isInstanceOf(Forbidden.class);
        }
        assertThat(challenged(JsonObject.of("session", session)).completed()).isEmpty();
    }

    @Test
    void there_is_no_page_without_a_session() {
        var session = challenge(() -> register(JsonObject.EMPTY)).session();
        assertThatThrownBy(() -> open("guess", "m.login.recaptcha")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> take("guess", "m.login.recaptcha", JsonObject.EMPTY))
                .isInstanceOf(NotFound.class);
        careful.clock().pass(Duration.ofMinutes(31));
        assertThatThrownBy(() -> open(session, "m.login.recaptcha")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> take(session, "m.login.recaptcha", JsonObject.of("response", "I am human")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_password_in_a_browser_is_that_of_the_one_who_asked() {
        var dora = registers("dora");
        registers("emil");
        var request = JsonObject.of("erase", JsonBoolean.TRUE);
        var auth = the(InteractiveAuth.class);
        var asked = new InteractiveAuth.Operation("deactivate", Optional.of(dora.user()), request, Flows.OF_PASSWORD);
        var session = challenge(() -> auth.authorise(asked)).session();

        var emils = JsonObject.of("password", PASSWORD)
                .with("identifier", JsonObject.of("type", "m.id.user").with("user", "emil"));
        assertThat(take(session, "m.login.password", emils.with("password", "wrong")))
                .isPresent();
        assertThatThrownBy(() -> auth.authorise(new InteractiveAuth.Operation(
                        "deactivate",
                        Optional.of(dora.user()),
                        request.with("auth", JsonObject.of("session", session)),
                        Flows.OF_PASSWORD)))
                .isInstanceOf(InteractiveAuthRequired.class);
        // Whoever says they are somebody else is still taken for the one who asked.
        assertThat(take(session, "m.login.password", emils)).isEmpty();
        var proof = auth.authorise(new InteractiveAuth.Operation(
                "deactivate",
                Optional.of(dora.user()),
                request.with("auth", JsonObject.of("session", session)),
                Flows.OF_PASSWORD));
        assertThat(proof.session()).isEqualTo(session);
    }

    @Test
    void guesses_are_limited() {
        try (var limited = careful().with(RateLimitConfig.class, RateLimitConfig.DEFAULT)) {
            var take = limited.get(TakeStage.class);
            int burst = RateLimitConfig.DEFAULT.registrationQuery().burst();
            for (int i = 0; i < burst; i++) {
                assertThatThrownBy(() ->
                                take.take(new TakeStage.Taking("guess", "m.login.dummy", JsonObject.EMPTY, ADDRESS)))
                        .isInstanceOf(NotFound.class);
            }
            assertThatThrownBy(
                            () -> take.take(new TakeStage.Taking("guess", "m.login.dummy", JsonObject.EMPTY, ADDRESS)))
                    .isInstanceOf(LimitExceeded.class);
        }
    }
}
