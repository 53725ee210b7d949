package org.hirundo.domain.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.event.TestEvents;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The typed views of state events: what they read, and what they make of what makes no sense. */
class StateContentTest {

    @ParameterizedTest
    @EnumSource
    void every_membership_has_a_name(Membership membership) {
        assertThat(Membership.of(membership.wireName())).contains(membership);
        assertThat(Membership.of(event("{\"membership\": \"" + membership + "\"}")))
                .contains(membership);
    }

    @ParameterizedTest
    @EnumSource
    void every_join_rule_has_a_name(JoinRule rule) {
        assertThat(JoinRule.of(rule.wireName())).contains(rule);
        assertThat(JoinRule.of(event("{\"join_rule\": \"" + rule + "\"}"))).contains(rule);
    }

    @ParameterizedTest
    @EnumSource
    void every_history_visibility_has_a_name(HistoryVisibility visibility) {
        assertThat(HistoryVisibility.of(visibility.wireName())).contains(visibility);
        assertThat(HistoryVisibility.of(Optional.of(event("{\"history_visibility\": \"" + visibility + "\"}"))))
                .isEqualTo(visibility);
    }

    @ParameterizedTest
    @EnumSource
    void every_guest_access_has_a_name(GuestAccess access) {
        assertThat(GuestAccess.of(access.wireName())).contains(access);
        assertThat(GuestAccess.of(Optional.of(event("{\"guest_access\": \"" + access + "\"}"))))
                .isEqualTo(access);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"JOIN\"", "\"unknown\"", "1", "null", "{}"})
    void what_makes_no_sense_is_as_nothing(String value) {
        var event = event(
                "{\"membership\": %1$s, \"join_rule\": %1$s, \"history_visibility\": %1$s, \"guest_access\": %1$s}"
                        .formatted(value));

        assertThat(Membership.of(event)).isEmpty();
        assertThat(JoinRule.of(event)).isEmpty();
        assertThat(HistoryVisibility.of(Optional.of(event))).isEqualTo(HistoryVisibility.SHARED);
        assertThat(GuestAccess.of(Optional.of(event))).isEqualTo(GuestAccess.FORBIDDEN);
    }

    @Test
    void without_events_history_is_shared_and_guests_stay_out() {
        assertThat(HistoryVisibility.of(Optional.empty())).isEqualTo(HistoryVisibility.SHARED);
        assertThat(GuestAccess.of(Optional.empty())).isEqualTo(GuestAccess.FORBIDDEN);
    }

    @Test
    void a_member_event_is_read() {
        var content = MemberContent.of(event("""
                {"membership": "invite", "displayname": "Bob", "avatar_url": "mxc://a/b", "reason": "why not", "is_direct": true,
                 "third_party_invite": {"signed": {}}, "join_authorised_via_users_server": "@alice:example.org"}"""));

        assertThat(content.membership()).contains(Membership.INVITE);
        assertThat(content.displayName()).contains("Bob");
        assertThat(content.avatarUrl()).contains("mxc://a/b");
        assertThat(content.reason()).contains("why not");
        assertThat(content.isDirect()).isTrue();
        assertThat(content.thirdPartyInvite()).contains(JsonObject.of("signed", JsonObject.EMPTY));
        assertThat(content.joinAuthorisedViaUsersServer()).contains(UserId.parse("@alice:example.org"));
    }

    @Test
    void and_so_is_one_that_makes_no_sense() {
        var content = MemberContent.of(event("""
                {"membership": 1, "displayname": null, "avatar_url": {}, "reason": [], "is_direct": "true",
                 "third_party_invite": true, "join_authorised_via_users_server": "alice"}"""));

        assertThat(content.membership()).isEmpty();
        assertThat(content.displayName()).isEmpty();
        assertThat(content.avatarUrl()).isEmpty();
        assertThat(content.reason()).isEmpty();
        assertThat(content.isDirect()).isFalse();
        assertThat(content.thirdPartyInvite()).isEmpty();
        assertThat(content.joinAuthorisedViaUsersServer()).isEmpty();
    }

    @Test
    void a_membership_alone_is_a_content() {
        assertThat(MemberContent.of(Membership.LEAVE).json()).isEqualTo(JsonObject.of("membership", "leave"));
    }

    @Test
    void a_create_event_is_read() {
        var content = CreateContent.of(event("""
                {"room_version": "11", "m.federate": false, "type": "m.space",
                 "predecessor": {"room_id": "!old:example.org", "event_id": "$last"}}"""));

        assertThat(content.roomVersion()).isEqualTo("11");
        assertThat(content.isFederated()).isFalse();
        assertThat(content.type()).contains("m.space");
        assertThat(content.predecessor()).contains(RoomId.parse("!old:example.org"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"room_version\": 1, \"m.federate\": \"no\", \"type\": null, \"predecessor\": {\"room_id\": \"old\"}}"
            })
    void without_more_a_room_is_of_version_1_and_open(String json) {
        var content = CreateContent.of(event(json));

        assertThat(content.roomVersion()).isEqualTo("1");
        assertThat(content.isFederated()).isTrue();
        assertThat(content.type()).isEmpty();
        assertThat(content.predecessor()).isEmpty();
    }

    private static Event event(String content) {
        return TestEvents.message("$event", content);
    }
}
