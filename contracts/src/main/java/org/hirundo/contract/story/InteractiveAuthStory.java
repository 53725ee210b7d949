package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hirundo.application.session.Requester;
import org.hirundo.application.uia.Flows;
import org.hirundo.application.uia.InteractiveAuth;
import org.hirundo.application.uia.InteractiveAuth.Operation;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.InteractiveAuthRequired;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Proving more than an access token does. */
public abstract class InteractiveAuthStory extends PeopleStory {

    private static final Flows TWO_STAGES = new Flows(List.of(List.of("m.login.dummy", "m.login.password")));
    private static final Flows EITHER =
            new Flows(List.of(List.of("m.login.password"), List.of("m.login.dummy", "m.login.password")));

    private static final JsonObject REQUEST = JsonObject.of("what", "something");

    private void authorised(Requester user, String operation, JsonObject body, Flows flows) {
        the(InteractiveAuth.class).authorise(new Operation(operation, Optional.of(user.user()), body, flows));
    }

    private InteractiveAuthRequired challenged(Requester user, String operation, JsonObject body, Flows flows) {
        return challenge(() -> authorised(user, operation, body, flows));
    }

    private static JsonObject dummy(String session) {
        return JsonObject.of("type", "m.login.dummy").with("session", session);
    }

    private static JsonObject password(Requester user, String session) {
        return passwordOf(user.user().toString(), PASSWORD).with("session", session);
    }

    @Test
    void a_challenge_says_what_is_to_be_done_and_the_right_answer_ends_it() {
        var dora = registers("dora");
        var challenge = challenged(dora, "test", REQUEST, Flows.OF_PASSWORD);

        assertThat(challenge.flows()).containsExactly(List.of("m.login.password"));
        assertThat(challenge.params()).isEqualTo(JsonObject.EMPTY);
        authorised(dora, "test", REQUEST.with("auth", password(dora, challenge.session())), Flows.OF_PASSWORD);
    }

    @Test
    void who_knows_what_is_wanted_need_not_ask_first() {
        var dora = registers("dora");
        authorised(dora, "test", authenticated(dora, REQUEST), Flows.OF_PASSWORD);
    }

    @Test
    void a_session_is_good_for_one_use() {
        var dora = registers("dora");
        var session = challenged(dora, "test", REQUEST, Flows.OF_PASSWORD).session();
        authorised(dora, "test", REQUEST.with("auth", password(dora, session)), Flows.OF_PASSWORD);

        var again =
                challenged(dora, "test", REQUEST.with("auth", JsonObject.of("session", session)), Flows.OF_PASSWORD);
        assertThat(again.session()).isNotEqualTo(session);
        assertThat(again.completed()).isEmpty();
    }

    @Test
    void of_many_who_use_a_session_at_once_one_comes_through() {
        var dora = registers("dora");
        var session = challenged(dora, "test", REQUEST, TWO_STAGES).session();
        challenged(dora, "test", REQUEST.with("auth", dummy(session)), TWO_STAGES);

        var done = Concurrently.call(10, number -> {
            try {
                authorised(dora, "test", REQUEST.with("auth", password(dora, session)), TWO_STAGES);
                return "through";
            } catch (InteractiveAuthRequired e) {
                return "not";
            }
        });

        assertThat(done).containsOnlyOnce("through");
    }

    @Test
    void the_password_of_another_user_is_forbidden_without_a_further_challenge() {
        var dora = registers("dora");
        registers("emil");
        var session = challenged(dora, "test", REQUEST, Flows.OF_PASSWORD).session();
        var auth = passwordOf("emil", PASSWORD).with("session", session);

        assertThatThrownBy(() -> authorised(dora, "test", REQUEST.with("auth", auth), Flows.OF_PASSWORD))
                .isInstanceOf(Forbidden.class);
        authorised(dora, "test", REQUEST.with("auth", password(dora, session)), Flows.OF_PASSWORD);
    }

    @Test
    void a_wrong_password_may_be_tried_again() {
        var dora = registers("dora");
        var session = challenged(dora, "test", REQUEST, Flows.OF_PASSWORD).session();
        for (var auth : List.of(passwordOf("dora", "wrong horse"), passwordOf("nobody", PASSWORD))) {
            var failed =
                    challenged(dora, "test", REQUEST.with("auth", auth.with("session", session)), Flows.OF_PASSWORD);
            assertThat(failed.failure()).get().isInstanceOf(Forbidden.class);
            assertThat(failed.session()).isEqualTo(session);
        }
        authorised(dora, "test", REQUEST.with("auth", password(dora, session)), Flows.OF_PASSWORD);
    }

    @Test
    void stages_are_taken_in_their_order_and_remembered() {
        var dora = registers("dora");
        var session = challenged(dora, "test", REQUEST, TWO_STAGES).session();
        var tooEarly = challenged(dora, "test", REQUEST.with("auth", password(dora, session)), TWO_STAGES);
        assertThat(tooEarly.completed()).isEmpty();
        assertThat(tooEarly.failure()).get().isInstanceOf(Forbidden.class);

        var first = challenged(dora, "test", REQUEST.with("auth", dummy(session)), TWO_STAGES);
        assertThat(first.completed()).containsExactly("m.login.dummy");
        assertThat(first.failure()).isEmpty();
        assertThat(first.session()).isEqualTo(session);
        restart();
        var repeated = challenged(dora, "test", REQUEST.with("auth", dummy(session)), TWO_STAGES);
        assertThat(repeated.completed()).containsExactly("m.login.dummy");
        var asked = challenged(dora, "test", REQUEST.with("auth", JsonObject.of("session", session)), TWO_STAGES);
        assertThat(asked.completed()).containsExactly("m.login.dummy");

        authorised(dora, "test", REQUEST.with("auth", password(dora, session)), TWO_STAGES);
    }

    @Test
    void of_several_flows_the_client_takes_one() {
        var dora = registers("dora");
        var one = challenged(dora, "test", REQUEST, EITHER).session();
        authorised(dora, "test", REQUEST.with("auth", password(dora, one)), EITHER);
        var other = challenged(dora, "test", REQUEST, EITHER).session();
        challenged(dora, "test", REQUEST.with("auth", dummy(other)), EITHER);
        authorised(dora, "test", REQUEST.with("auth", password(dora, other)), EITHER);
    }

    @Test
    void a_session_belongs_to_one_operation_of_one_user() {
        var dora = registers("dora");
        var emil = registers("emil");
        var session = challenged(dora, "test", REQUEST, TWO_STAGES).session();
        challenged(dora, "test", REQUEST.with("auth", dummy(session)), TWO_STAGES);

        var auth = REQUEST.with("auth", password(dora, session));
        assertThatThrownBy(() -> authorised(dora, "another", auth, TWO_STAGES)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> authorised(emil, "test", REQUEST.with("auth", password(emil, session)), TWO_STAGES))
                .isInstanceOf(Forbidden.class);
        authorised(dora, "test", auth, TWO_STAGES);
    }

    @Test
    void what_happens_is_what_was_authorised() {
        var dora = registers("dora");
        var session = challenged(dora, "test", JsonObject.EMPTY, TWO_STAGES).session();
        challenged(dora, "test", REQUEST.with("auth", dummy(session)), TWO_STAGES);

        var changed = JsonObject.of("what", "something else").with("auth", password(dora, session));
        assertThatThrownBy(() -> authorised(dora, "test", changed, TWO_STAGES)).isInstanceOf(Forbidden.class);
        authorised(dora, "test", REQUEST.with("auth", password(dora, session)), TWO_STAGES);
    }

    @Test
    void passwords_are_not_stored_with_a_session() {
        var dora = registers("dora");
        var body = REQUEST.with("password", "of mine").with("new_password", "of mine");
        var session = challenged(dora, "test", body, TWO_STAGES).session();
        challenged(dora, "test", body.with("auth", dummy(session)), TWO_STAGES);

        var stored = storage().uia().find(session, server().clock().instant()).orElseThrow();
        assertThat(stored.request()).contains(REQUEST);
        assertThat(stored.toString()).doesNotContain("of mine");
    }

    @Test
    void a_session_ends_when_nobody_finishes_it() {
        var dora = registers("dora");
        var session = challenged(dora, "test", REQUEST, TWO_STAGES).session();
        challenged(dora, "test", REQUEST.with("auth", dummy(session)), TWO_STAGES);
        server().clock().pass(Duration.ofMinutes(31));

        var late = challenged(dora, "test", REQUEST.with("auth", password(dora, session)), TWO_STAGES);
        assertThat(late.session()).isNotEqualTo(session);
        assertThat(late.completed()).isEmpty();
    }

    @Test
    void sessions_that_ended_are_cleared_away_by_later_ones() {
        var dora = registers("dora");
        var ended = challenged(dora, "test", REQUEST, TWO_STAGES).session();
        server().clock().pass(Duration.ofMinutes(31));
        var begun = challenged(dora, "test", REQUEST, TWO_STAGES).session();

        assertThat(storage().uia().remove(ended)).isFalse();
        assertThat(storage().uia().remove(begun)).isTrue();
    }

    @Test
    void what_is_no_authentication_is_refused() {
        var dora = registers("dora");
        assertThatThrownBy(() -> authorised(dora, "test", REQUEST.with("auth", "me"), Flows.OF_PASSWORD))
                .isInstanceOf(BadJson.class);
        assertThatThrownBy(() -> authorised(
                        dora,
                        "test",
                        REQUEST.with("auth", JsonObject.of("type", new JsonInteger(1))),
                        Flows.OF_PASSWORD))
                .isInstanceOf(BadJson.class);
        assertThatThrownBy(() -> authorised(
                        dora,
                        "test",
                        REQUEST.with("auth", JsonObject.of("type", "m.login.password")),
                        Flows.OF_PASSWORD))
                .isInstanceOf(MissingParam.class);
        var unknown = JsonObject.of("type", "m.login.magic");
        assertThat(challenged(dora, "test", REQUEST.with("auth", unknown), Flows.OF_PASSWORD)
                        .failure())
                .get()
                .isInstanceOf(Forbidden.class);
        assertThat(challenged(dora, "test", REQUEST.with("auth", JsonObject.EMPTY), Flows.OF_PASSWORD)
                        .failure())
                .isEmpty();
    }
}
