package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.hirundo.application.account.DeactivateAccount;
import org.hirundo.application.config.JwtConfig;
import org.hirundo.application.config.JwtConfig.Algorithm;
import org.hirundo.application.config.JwtConfig.Jwt;
import org.hirundo.application.login.LogIn;
import org.hirundo.application.login.LoginFlows;
import org.hirundo.application.port.login.JwtVerifier;
import org.hirundo.application.session.Sessions;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.domain.error.Exclusive;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InvalidUsername;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.error.Unknown;
import org.hirundo.domain.error.UserDeactivated;
import org.hirundo.domain.error.UserInUse;
import org.hirundo.domain.error.UserLocked;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in with a JSON Web Token. A token that is good is, in this story, "good " and whom it is about. */
public abstract class JwtLoginStory extends PeopleStory {

    private static final String GOOD = "good ";

    private static final JwtConfig TRUSTING = new JwtConfig(Optional.of(
            new Jwt(Algorithm.HS256, "a secret that nobody can guess", Optional.empty(), List.of(), "sub")));

    private Server trusting;

    @BeforeEach
    final void startTrustingServer() {
        JwtVerifier verifier = (token, now) ->
                Optional.of(token).filter(text -> text.startsWith(GOOD)).map(text -> text.substring(GOOD.length()));
        trusting = Server.on(storage()).with(JwtConfig.class, TRUSTING).with(JwtVerifier.class, verifier);
    }

    @AfterEach
    final void stopTrustingServer() {
        trusting.close();
    }

    private Sessions.Opened signsIn(String token) {
        var body = JsonObject.of("type", "org.matrix.login.jwt").with("token", token);
        return trusting.get(LogIn.class).logIn(new LogIn.Login(body, ADDRESS));
    }

    @Test
    void whoever_comes_first_gets_an_account() {
        assertThat(trusting.get(LoginFlows.class).types()).contains("org.matrix.login.jwt");
        var first = signsIn("good dora");
        var again = signsIn("good dora");

        assertThat(first.user()).hasToString("@dora:hirundo.example").isEqualTo(again.user());
        assertThat(first.device()).isNotEqualTo(again.device());
        assertThat(requester(first).isGuest()).isFalse();
        assertThat(storage().accounts().find(first.user()).orElseThrow().passwordHash())
                .isEmpty();
        assertThatThrownBy(() -> logsIn(login("dora", ""))).isInstanceOf(Forbidden.class);
        assertThat(storage().profiles().find(first.user()).orElseThrow().string("displayname"))
                .contains("dora");
    }

    @Test
    void whoever_has_an_account_keeps_it() {
        var dora = registers("dora");

        assertThat(signsIn("good dora").user()).isEqualTo(dora.user());
        assertThat(signsIn("good @dora:hirundo.example").user()).isEqualTo(dora.user());
        assertThat(storage().accounts().count()).isEqualTo(1);
    }

    @Test
    void of_many_who_come_at_once_all_are_one_user() {
        var users = Concurrently.call(6, _ -> {
            try {
                return signsIn("good dora").user();
            } catch (UserInUse e) {
                return UserId.create("dora", Server.NAME);
            }
        });

        assertThat(users).containsOnly(UserId.create("dora", Server.NAME));
        assertThat(storage().accounts().count()).isEqualTo(1);
    }

    @Test
    void a_token_that_is_not_good_lets_nobody_in() {
        registers("dora");
        assertThatThrownBy(() -> signsIn("bad dora")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> trusting.get(LogIn.class)
                        .logIn(new LogIn.Login(JsonObject.of("type", "org.matrix.login.jwt"), ADDRESS)))
                .isInstanceOf(MissingParam.class);
        assertThatThrownBy(() -> signsIn("good _bridge_dora")).isInstanceOf(Exclusive.class);
        for (var impossible : List.of("do ra", "@dora:elsewhere.example", "d\u00f6rte")) {
            assertThatThrownBy(() -> signsIn(GOOD + impossible)).isInstanceOf(InvalidUsername.class);
        }
        assertThat(storage().accounts().count()).isEqualTo(1);
    }

    @Test
    void a_good_token_opens_no_account_that_is_closed() {
        var dora = registers("dora");
        the(DeactivateAccount.class).deactivate(dora, authenticated(dora, JsonObject.EMPTY));
        var emil = registers("emil");
        var account = storage().accounts().find(emil.user()).orElseThrow();
        storage().accounts().update(account.withLocked(true));

        assertThatThrownBy(() -> signsIn("good dora")).isInstanceOf(UserDeactivated.class);
        assertThatThrownBy(() -> signsIn("good emil")).isInstanceOf(UserLocked.class);
    }

    @Test
    void where_no_service_is_trusted_there_is_no_such_way() {
        assertThat(the(LoginFlows.class).types()).doesNotContain("org.matrix.login.jwt");
        var body = JsonObject.of("type", "org.matrix.login.jwt").with("token", "good dora");
        assertThatThrownBy(() -> logsIn(body)).isInstanceOf(Unknown.class);
    }
}
