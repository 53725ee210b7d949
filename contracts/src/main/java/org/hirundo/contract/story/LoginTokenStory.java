package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.hirundo.application.account.GetCapabilities;
import org.hirundo.application.account.IssueLoginToken;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.GuestAccessForbidden;
import org.hirundo.domain.error.InteractiveAuthRequired;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.error.UnknownToken;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Signing in a second client with a token that the first one got. */
public abstract class LoginTokenStory extends PeopleStory {

    private String gets(Requester user) {
        return the(IssueLoginToken.class)
                .issue(user, authenticated(user, JsonObject.EMPTY))
                .token()
                .reveal();
    }

    private static JsonObject login(String token) {
        return JsonObject.of("type", "m.login.token").with("token", token);
    }

    @Test
    void a_token_signs_in_another_client_of_the_same_user() {
        var dora = registers("dora");

        var opened = logsIn(login(gets(dora)));

        assertThat(opened.user()).isEqualTo(dora.user());
        assertThat(opened.device()).isNotEqualTo(dora.device());
        assertThat(requester(opened).user()).isEqualTo(dora.user());
    }

    @Test
    void a_token_is_good_once_and_not_for_long() {
        var dora = registers("dora");
        var used = gets(dora);
        logsIn(login(used));
        var late = gets(dora);
        server().clock().pass(Duration.ofMinutes(2));

        assertThatThrownBy(() -> logsIn(login(used))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> logsIn(login(late))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> logsIn(login("garbage"))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> logsIn(JsonObject.of("type", "m.login.token"))).isInstanceOf(MissingParam.class);
    }

    @Test
    void a_token_outlives_a_restart_and_gives_no_access_itself() {
        var dora = registers("dora");
        var token = gets(dora);
        restart();

        assertThatThrownBy(() -> authenticated(token)).isInstanceOf(UnknownToken.class);
        assertThat(logsIn(login(token)).user()).isEqualTo(dora.user());
    }

    @Test
    void who_wants_a_token_proves_who_they_are_every_time() {
        var dora = registers("dora");
        gets(dora);

        assertThatThrownBy(() -> the(IssueLoginToken.class).issue(dora, JsonObject.EMPTY))
                .isInstanceOf(InteractiveAuthRequired.class);
        assertThatThrownBy(() -> the(IssueLoginToken.class).issue(Server.guest("7"), JsonObject.EMPTY))
                .isInstanceOf(GuestAccessForbidden.class);
    }

    @Test
    void clients_are_told_whether_they_can_have_one() {
        assertThat(enabled(ALICE)).contains(true);
        assertThat(enabled(Server.guest("7"))).contains(false);
    }

    private Optional<Boolean> enabled(Requester user) {
        return the(GetCapabilities.class)
                .capabilities(user)
                .object("m.get_login_token")
                .flatMap(capability -> capability.bool("enabled"));
    }
}
