package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hirundo.application.account.CheckRegistrationToken;
import org.hirundo.application.account.CreateRegistrationToken;
import org.hirundo.application.account.DeleteRegistrationToken;
import org.hirundo.application.account.IssueRegistrationNonce;
import org.hirundo.application.account.ListRegistrationTokens;
import org.hirundo.application.account.RegisterAccount;
import org.hirundo.application.config.RegistrationConfig;
import org.hirundo.application.port.account.RegistrationToken;
import org.hirundo.application.port.account.RegistrationTokenStore.Use;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InteractiveAuthRequired;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.RegistrationDisabled;
import org.hirundo.domain.error.UserInUse;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Registration tokens: who makes them, and how often they let somebody in. */
public abstract class RegistrationTokenStory extends PeopleStory {

    private static final String SECRET = "of the server";
    private static final RegistrationConfig BY_TOKEN =
            new RegistrationConfig(RegistrationConfig.Mode.TOKEN, Optional.of(SECRET), false);

    private Server closed;

    @BeforeEach
    final void startClosedServer() {
        closed = Server.on(storage()).with(RegistrationConfig.class, BY_TOKEN);
    }

    @AfterEach
    final void stopClosedServer() {
        closed.close();
    }

    private RegistrationToken create(JsonObject token) {
        var proven = List.of("create", text(token, "token"), text(token, "uses_allowed"), text(token, "expiry_time"));
        return closed.get(CreateRegistrationToken.class).create(proven(token, proven, SECRET), ADDRESS);
    }

    private static String text(JsonObject body, String name) {
        return body.string(name)
                .or(() -> body.integer(name).stream().mapToObj(Long::toString).findFirst())
                .orElse("");
    }

    private List<RegistrationToken> list() {
        return closed.get(ListRegistrationTokens.class)
                .list(proven(JsonObject.EMPTY, List.of("list"), SECRET), ADDRESS);
    }

    private void delete(String token) {
        closed.get(DeleteRegistrationToken.class)
                .delete(proven(JsonObject.of("token", token), List.of("delete", token), SECRET), ADDRESS);
    }

    private JsonObject proven(JsonObject body, List<String> asked, String secret) {
        var nonce = closed.get(IssueRegistrationNonce.class).issue(ADDRESS);
        return body.with("nonce", nonce).with("mac", hmac(secret, nonce + "\0" + String.join("\0", asked)));
    }

    private static String hmac(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private RegisterAccount.Registered register(JsonObject body) {
        return closed.get(RegisterAccount.class).register(new RegisterAccount.Registration("user", body, ADDRESS));
    }

    private static JsonObject with(String token) {
        return JsonObject.of("type", "m.login.registration_token").with("token", token);
    }

    private boolean isValid(String token) {
        return closed.get(CheckRegistrationToken.class).isValid(new CheckRegistrationToken.Question(token, ADDRESS));
    }

    @Test
    void a_token_is_made_shown_used_and_taken_back() {
        var end = closed.clock().instant().plusSeconds(3600).toEpochMilli();
        var made =
                create(JsonObject.of("token", "friends").with("uses_allowed", 2).with("expiry_time", end));
        var another = create(JsonObject.EMPTY);
        assertThat(another.token()).matches("[0-9A-Za-z]{16}");
        assertThat(another.usesAllowed()).isEmpty();
        assertThat(list()).containsExactlyInAnyOrder(made, another);

        register(registration("dora").with("auth", with("friends")));
        assertThat(storage().registrationTokens().find("friends", closed.clock().instant()))
                .get()
                .satisfies(token -> {
                    assertThat(token.completed()).isEqualTo(1);
                    assertThat(token.pending()).isZero();
                });
        assertThat(isValid("friends")).isTrue();
        delete("friends");
        assertThat(isValid("friends")).isFalse();
        assertThat(list()).containsExactly(another);
        assertThatThrownBy(() -> delete("friends")).isInstanceOf(NotFound.class);
    }

    @Test
    void no_more_register_than_are_allowed() {
        create(JsonObject.of("token", "friends").with("uses_allowed", 3));

        var answers = Concurrently.call(10, number -> {
            try {
                register(registration("friend" + number).with("auth", with("friends")));
                return true;
            } catch (InteractiveAuthRequired e) {
                assertThat(e.failure()).get().isInstanceOf(Forbidden.class);
                return false;
            }
        });

        assertThat(answers.stream().filter(Boolean::booleanValue)).hasSize(3);
        assertThat(storage().accounts().count()).isEqualTo(3);
        assertThat(isValid("friends")).isFalse();
    }

    @Test
    void who_has_shown_the_token_has_a_use_of_it_until_the_session_ends() {
        create(JsonObject.of("token", "friends").with("uses_allowed", 1));
        // What is not finished for want of a password is not the end of the use either.
        assertThatThrownBy(() -> register(JsonObject.of("username", "dora").with("auth", with("friends"))))
                .isInstanceOf(MissingParam.class);
        assertThat(isValid("friends")).isTrue();

        var now = closed.clock().instant();
        storage().registrationTokens().begin(new Use("friends", "of another", now.plusSeconds(60)), now);
        assertThat(isValid("friends")).isFalse();
        closed.clock().pass(Duration.ofMinutes(2));
        assertThat(isValid("friends")).isTrue();
    }

    @Test
    void who_does_not_get_the_name_leaves_the_use_to_others() {
        create(JsonObject.of("token", "friends").with("uses_allowed", 2));
        var names = Concurrently.call(4, number -> {
            try {
                register(registration("dora").with("auth", with("friends")));
                return "dora";
            } catch (UserInUse | InteractiveAuthRequired e) {
                return "nobody";
            }
        });

        assertThat(names).containsOnlyOnce("dora");
        assertThat(list()).singleElement().satisfies(token -> {
            assertThat(token.pending()).isZero();
            assertThat(token.completed()).isEqualTo(1);
        });
        register(registration("emil").with("auth", with("friends")));
        assertThat(isValid("friends")).isFalse();
    }

    @Test
    void a_token_that_expired_lets_nobody_in() {
        var end = closed.clock().instant().plusSeconds(60).toEpochMilli();
        create(JsonObject.of("token", "friends").with("expiry_time", end));
        closed.clock().pass(Duration.ofMinutes(1));

        assertThat(isValid("friends")).isFalse();
        assertThat(challenge(() -> register(registration("dora").with("auth", with("friends"))))
                        .failure())
                .get()
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void what_cannot_be_a_token_is_refused() {
        create(JsonObject.of("token", "friends"));
        var past = closed.clock().instant().toEpochMilli();
        for (var wrong : List.of(
                JsonObject.of("token", "friends"),
                JsonObject.of("token", ""),
                JsonObject.of("token", "with space"),
                JsonObject.of("token", "x".repeat(65)),
                JsonObject.of("uses_allowed", new JsonInteger(-1)),
                JsonObject.of("uses_allowed", new JsonInteger(1L << 40)),
                JsonObject.of("expiry_time", new JsonInteger(past)))) {
            assertThatThrownBy(() -> create(wrong)).isInstanceOf(InvalidParam.class);
        }
    }

    @Test
    void who_does_not_know_the_secret_manages_no_tokens() {
        create(JsonObject.of("token", "friends"));
        var create = closed.get(CreateRegistrationToken.class);
        var list = closed.get(ListRegistrationTokens.class);
        var delete = closed.get(DeleteRegistrationToken.class);
        var mine = JsonObject.of("token", "mine");
        assertThatThrownBy(() -> create.create(proven(mine, List.of("create", "mine", "", ""), "a guess"), ADDRESS))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> list.list(proven(JsonObject.EMPTY, List.of("list"), "a guess"), ADDRESS))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> delete.delete(
                        proven(JsonObject.of("token", "friends"), List.of("delete", "friends"), "a guess"), ADDRESS))
                .isInstanceOf(Forbidden.class);
        // What was proven for one thing is not for another.
        assertThatThrownBy(() -> create.create(
                        proven(mine, List.of("create", "mine", "", ""), SECRET).with("uses_allowed", 5), ADDRESS))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() ->
                        delete.delete(proven(JsonObject.of("token", "friends"), List.of("list"), SECRET), ADDRESS))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> list.list(JsonObject.EMPTY, ADDRESS)).isInstanceOf(MissingParam.class);
        var used = proven(JsonObject.EMPTY, List.of("list"), SECRET);
        list.list(used, ADDRESS);
        assertThatThrownBy(() -> list.list(used, ADDRESS)).isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> the(ListRegistrationTokens.class).list(used, ADDRESS))
                .isInstanceOf(RegistrationDisabled.class);
    }
}
