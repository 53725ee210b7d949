package org.hirundo.domain.accountdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hirundo.domain.accountdata.InviteRules.Treatment;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InviteRulesTest {

    private static final JsonObject BLOCK = JsonObject.of("default_action", "block");

    private static Treatment treat(JsonObject filtering, String inviter) {
        return InviteRules.of(Map.of("org.matrix.msc4155.invite_permission_config", filtering), Set.of())
                .treat(UserId.parse(inviter));
    }

    private static JsonObject list(String name, String... patterns) {
        return JsonObject.of(name, JsonArray.ofStrings(List.of(patterns)));
    }

    @Test
    void who_made_no_rules_is_invited_by_everybody() {
        assertThat(InviteRules.ALLOW_ALL.treat(UserId.parse("@a:example.org"))).isEqualTo(Treatment.ALLOW);
        assertThat(treat(JsonObject.EMPTY, "@a:example.org")).isEqualTo(Treatment.ALLOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"m.invite_permission_config", "org.matrix.msc4380.invite_permission_config"})
    void one_action_blocks_everybody_whomever_the_lists_allow(String type) {
        var rules = InviteRules.of(
                Map.of(
                        type,
                        BLOCK,
                        "org.matrix.msc4155.invite_permission_config",
                        list("allowed_users", "@a:example.org")),
                Set.of());

        assertThat(rules.treat(UserId.parse("@a:example.org"))).isEqualTo(Treatment.BLOCK);
    }

    @Test
    void an_action_that_is_not_known_does_nothing() {
        var rules = InviteRules.of(
                Map.of("m.invite_permission_config", JsonObject.of("default_action", "allow")), Set.of());

        assertThat(rules.treat(UserId.parse("@a:example.org"))).isEqualTo(Treatment.ALLOW);
    }

    /** The order of the proposal: users before servers, allowed before ignored before blocked. */
    @ParameterizedTest
    @CsvSource({
        "allowed_users, ignored_users, ALLOW",
        "ignored_users, blocked_users, IGNORE",
        "blocked_users, allowed_servers, BLOCK",
        "allowed_servers, ignored_servers, ALLOW",
        "ignored_servers, blocked_servers, IGNORE",
        "blocked_servers, none, BLOCK"
    })
    void the_first_list_that_matches_decides(String first, String second, Treatment treatment) {
        var all = list(second, "*").with(first, JsonArray.of(new JsonString("*")));

        assertThat(treat(all, "@a:example.org")).isEqualTo(treatment);
    }

    @Test
    void who_is_ignored_is_ignored_whatever_the_lists_say() {
        var rules = InviteRules.of(
                Map.of("org.matrix.msc4155.invite_permission_config", list("allowed_users", "@a:example.org")),
                Set.of(UserId.parse("@a:example.org")));

        assertThat(rules.treat(UserId.parse("@a:example.org"))).isEqualTo(Treatment.IGNORE);
    }

    @Test
    void users_are_compared_whole_and_servers_without_port_and_case() {
        assertThat(treat(list("blocked_users", "@a*:example.org"), "@anna:example.org"))
                .isEqualTo(Treatment.BLOCK);
        assertThat(treat(list("blocked_users", "@a*:example.org"), "@Anna:example.org"))
                .isEqualTo(Treatment.ALLOW);
        assertThat(treat(list("blocked_users", "@a:example.org"), "@a:example.org:8448"))
                .isEqualTo(Treatment.ALLOW);
        assertThat(treat(list("blocked_servers", "*.EXAMPLE.org"), "@a:bad.example.org:8448"))
                .isEqualTo(Treatment.BLOCK);
        assertThat(treat(list("blocked_servers", "example.org"), "@a:sub.example.org"))
                .isEqualTo(Treatment.ALLOW);
    }

    @Test
    void lists_can_be_switched_off_and_null_is_no_list() {
        var all = list("blocked_servers", "*");
        assertThat(treat(all.with("enabled", JsonBoolean.FALSE), "@a:example.org"))
                .isEqualTo(Treatment.ALLOW);
        assertThat(treat(all.with("enabled", JsonBoolean.TRUE).with("allowed_users", JsonNull.NULL), "@a:example.org"))
                .isEqualTo(Treatment.BLOCK);
    }

    @Test
    void one_list_that_is_none_makes_all_of_them_invalid() {
        var all = list("blocked_servers", "*");
        assertThat(treat(all.with("allowed_users", "@b:example.org"), "@a:example.org"))
                .isEqualTo(Treatment.ALLOW);
        assertThat(treat(all.with("ignored_users", JsonArray.of(JsonBoolean.TRUE)), "@a:example.org"))
                .isEqualTo(Treatment.ALLOW);
    }
}
