package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.account.DeactivateAccount;
import org.hirundo.application.config.VoipConfig;
import org.hirundo.application.openid.IssueOpenIdToken;
import org.hirundo.application.openid.ReadOpenIdToken;
import org.hirundo.application.session.Requester;
import org.hirundo.application.voip.IssueTurnCredentials;
import org.hirundo.application.voip.IssueTurnCredentials.TurnCredentials;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.GuestAccessForbidden;
import org.hirundo.domain.error.UnknownToken;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What calls need: tokens by which services know users, and credentials for TURN servers. */
public abstract class CallsStory extends PeopleStory {

    private String gets(Requester user) {
        return the(IssueOpenIdToken.class).issue(user, user.user()).token();
    }

    private UserId reads(String token) {
        return the(ReadOpenIdToken.class).user(token);
    }

    @Test
    void a_service_learns_whose_token_it_was_given_also_after_a_restart() {
        var dora = registers("dora");
        var token = gets(dora);

        assertThat(reads(token)).isEqualTo(dora.user());
        restart();
        assertThat(reads(token)).isEqualTo(dora.user());
        assertThatThrownBy(() -> authenticated(token)).isInstanceOf(UnknownToken.class);
    }

    @Test
    void a_token_is_good_for_an_hour_and_as_long_as_the_user_is_there() {
        var dora = registers("dora");
        var emil = registers("emil");
        var late = gets(dora);
        server().clock().pass(Duration.ofHours(1));
        var gone = gets(emil);
        the(DeactivateAccount.class).deactivate(emil, authenticated(emil, JsonObject.EMPTY));

        assertThatThrownBy(() -> reads(late)).isInstanceOf(UnknownToken.class);
        assertThatThrownBy(() -> reads(gone)).isInstanceOf(UnknownToken.class);
    }

    @Test
    void nobody_makes_a_token_but_the_server_and_for_nobody_else() {
        var dora = registers("dora");
        var emil = registers("emil");
        var own = gets(dora);
        var other = gets(emil);
        int dot = own.indexOf('.');
        var mixed = other.substring(0, other.indexOf('.')) + own.substring(dot);

        for (var token : List.of(mixed, "garbage", "", own + "x", own.substring(0, dot), "hirundo_oid_" + own)) {
            assertThatThrownBy(() -> reads(token)).as(token).isInstanceOf(UnknownToken.class);
        }
        assertThatThrownBy(() -> the(IssueOpenIdToken.class).issue(dora, emil.user()))
                .isInstanceOf(Forbidden.class);
        var guest = Server.guest("7");
        assertThatThrownBy(() -> gets(guest)).isInstanceOf(GuestAccessForbidden.class);
    }

    @Test
    void there_are_no_credentials_where_there_are_no_turn_servers() {
        assertThat(the(IssueTurnCredentials.class).issue(ALICE)).isEmpty();
    }

    @Test
    void turn_servers_can_tell_that_the_credentials_are_ours() {
        var uris = List.of("turn:turn.example.org?transport=udp");
        var config = new VoipConfig(uris, Optional.of("north"), Duration.ofHours(2), List.of());
        var credentials = new IssueTurnCredentials(config, () -> Instant.ofEpochSecond(1_443_772_431));

        // The password was computed with: openssl dgst -sha1 -hmac north -binary | base64
        assertThat(credentials.issue(ALICE))
                .contains(new TurnCredentials(
                        "1443779631:@alice:hirundo.example",
                        "K65T3slGmY9+/pqHteEUmgL2Up8=",
                        uris,
                        Duration.ofHours(2)));
    }
}
