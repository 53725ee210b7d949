package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.hirundo.application.account.RegisterAccount;
import org.hirundo.application.profile.DeleteProfileField;
import org.hirundo.application.profile.GetProfile;
import org.hirundo.application.profile.SearchUsers;
import org.hirundo.application.profile.SetProfileField;
import org.hirundo.application.session.Requester;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.GuestAccessForbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.ProfileTooLarge;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.json.JsonValue;
import org.hirundo.domain.profile.ProfileField;
import org.junit.jupiter.api.Test;

/** What users tell of themselves, and where it is seen. */
public abstract class ProfileStory extends PeopleStory {

    private static final ProfileField PRONOUNS = ProfileField.parse("org.example.pronouns");
    private static final String PICTURE = "mxc://hirundo.example/abc";

    private void sets(Requester user, ProfileField field, JsonValue value) {
        the(SetProfileField.class).set(user, user.user(), field, JsonObject.of(field.name(), value));
    }

    private void sets(Requester user, ProfileField field, String value) {
        sets(user, field, new JsonString(value));
    }

    private void deletes(Requester user, ProfileField field) {
        the(DeleteProfileField.class).delete(user, user.user(), field);
    }

    private JsonObject profile(Requester user) {
        return the(GetProfile.class).get(user.user());
    }

    private JsonObject shownIn(RoomId room, Requester user) {
        return state(ALICE, room, EventType.MEMBER, user.user().toString()).orElseThrow();
    }

    @Test
    void a_new_user_is_called_by_their_localpart_and_nobody_has_no_profile() {
        var dora = registers("dora");
        assertThat(profile(dora)).isEqualTo(JsonObject.of("displayname", "dora"));
        assertThatThrownBy(() -> the(GetProfile.class).get(UserId.create("nobody", Server.NAME)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void fields_of_all_kinds_are_kept_until_they_are_removed() {
        var dora = registers("dora");
        sets(dora, ProfileField.DISPLAY_NAME, "Dora \uD83D\uDC0B");
        sets(dora, ProfileField.AVATAR_URL, PICTURE);
        sets(dora, ProfileField.TIME_ZONE, "Europe/Zurich");
        sets(dora, PRONOUNS, JsonArray.of(JsonObject.of("subject", "she"), JsonNull.NULL));

        assertThat(profile(dora).string("displayname")).contains("Dora \uD83D\uDC0B");
        assertThat(profile(dora).names())
                .containsExactlyInAnyOrder("displayname", "avatar_url", "m.tz", "org.example.pronouns");
        deletes(dora, PRONOUNS);
        deletes(dora, PRONOUNS);
        sets(dora, ProfileField.AVATAR_URL, "");
        assertThat(profile(dora).names()).containsExactlyInAnyOrder("displayname", "m.tz");
    }

    @Test
    void values_that_are_none_are_refused() {
        var dora = registers("dora");
        var set = the(SetProfileField.class);
        assertThatThrownBy(() -> set.set(dora, dora.user(), ProfileField.DISPLAY_NAME, JsonObject.EMPTY))
                .isInstanceOf(MissingParam.class);
        assertThatThrownBy(() -> set.set(
                        dora,
                        dora.user(),
                        ProfileField.DISPLAY_NAME,
                        JsonObject.of("displayname", "D").with("m.tz", "UTC")))
                .isInstanceOf(BadJson.class);
        assertThatThrownBy(() -> sets(dora, ProfileField.DISPLAY_NAME, new JsonInteger(1)))
                .isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> sets(dora, ProfileField.AVATAR_URL, new JsonInteger(1)))
                .isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> sets(dora, PRONOUNS, "x".repeat(64 * 1024))).isInstanceOf(ProfileTooLarge.class);
        assertThat(profile(dora)).isEqualTo(JsonObject.of("displayname", "dora"));
    }

    @Test
    void nobody_changes_the_profile_of_another() {
        var dora = registers("dora");
        var emil = registers("emil");
        assertThatThrownBy(() -> the(SetProfileField.class)
                        .set(emil, dora.user(), ProfileField.DISPLAY_NAME, JsonObject.of("displayname", "Emil's")))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> the(DeleteProfileField.class).delete(emil, dora.user(), ProfileField.DISPLAY_NAME))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void a_guest_has_a_name_and_nothing_else() {
        var guest = requester(the(RegisterAccount.class)
                .register(new RegisterAccount.Registration("guest", JsonObject.EMPTY, ADDRESS))
                .session()
                .orElseThrow());
        sets(guest, ProfileField.DISPLAY_NAME, "A guest");
        assertThat(profile(guest)).isEqualTo(JsonObject.of("displayname", "A guest"));
        deletes(guest, ProfileField.DISPLAY_NAME);
        assertThatThrownBy(() -> sets(guest, ProfileField.AVATAR_URL, PICTURE))
                .isInstanceOf(GuestAccessForbidden.class);
        assertThatThrownBy(() -> deletes(guest, PRONOUNS)).isInstanceOf(GuestAccessForbidden.class);
    }

    @Test
    void a_new_name_is_seen_in_all_rooms_the_user_is_in_and_in_no_others() {
        var dora = registers("dora");
        var rooms =
                List.of(created(aPublicRoomOf(ALICE)), created(aPublicRoomOf(ALICE)), created(aPublicRoomOf(ALICE)));
        rooms.forEach(room -> joins(dora, room));
        leaves(dora, rooms.getLast());
        sets(dora, ProfileField.DISPLAY_NAME, "Dora");
        sets(dora, ProfileField.AVATAR_URL, PICTURE);

        for (var room : rooms.subList(0, 2)) {
            assertThat(shownIn(room, dora))
                    .isEqualTo(JsonObject.of("membership", "join")
                            .with("displayname", "Dora")
                            .with("avatar_url", PICTURE));
        }
        assertThat(shownIn(rooms.getLast(), dora).string("membership")).contains("leave");
        deletes(dora, ProfileField.DISPLAY_NAME);
        assertThat(shownIn(rooms.getFirst(), dora).has("displayname")).isFalse();
        assertThat(shownIn(rooms.getFirst(), dora).string("avatar_url")).contains(PICTURE);
    }

    @Test
    void who_joins_later_brings_the_profile_along() {
        var dora = registers("dora");
        sets(dora, ProfileField.DISPLAY_NAME, "Dora");
        var room = created(aPublicRoomOf(ALICE));
        joins(dora, room);
        assertThat(shownIn(room, dora).string("displayname")).contains("Dora");
    }

    @Test
    void what_is_not_seen_in_rooms_moves_no_room() {
        var dora = registers("dora");
        var room = created(aPublicRoomOf(ALICE));
        joins(dora, room);
        sets(dora, ProfileField.DISPLAY_NAME, "Dora");
        var before = storage().stream().position();

        sets(dora, PRONOUNS, "she");
        sets(dora, ProfileField.DISPLAY_NAME, "Dora");
        deletes(dora, ProfileField.AVATAR_URL);

        assertThat(storage().stream().position()).isEqualTo(before);
    }

    @Test
    void of_changes_made_at_once_the_last_is_seen_everywhere() {
        var dora = registers("dora");
        var room = created(aPublicRoomOf(ALICE));
        joins(dora, room);
        Concurrently.call(10, number -> {
            sets(dora, ProfileField.DISPLAY_NAME, "Dora " + number);
            return number;
        });

        assertThat(shownIn(room, dora).string("displayname"))
                .isEqualTo(profile(dora).string("displayname"))
                .isPresent();
    }

    private SearchUsers.Results search(Requester searcher, String term, long limit) {
        return the(SearchUsers.class).search(searcher, term, Optional.of(limit));
    }

    @Test
    void users_find_whom_they_can_meet_by_what_the_profile_says() {
        var dora = registers("dora");
        sets(dora, ProfileField.DISPLAY_NAME, "Theodora Marsh");
        sets(dora, ProfileField.AVATAR_URL, PICTURE);
        assertThat(search(BOB, "marsh", 10).users()).isEmpty();

        var room = created(aPublicRoomOf(dora));
        var found = new SearchUsers.Found(dora.user(), Optional.of("Theodora Marsh"), Optional.of(PICTURE));
        for (var term : List.of("marsh", "MARSH theo", "dora", "@dora")) {
            assertThat(search(BOB, term, 10).users()).as(term).containsExactly(found);
        }
        leaves(dora, room);
        assertThat(search(BOB, "marsh", 10).users()).isEmpty();
    }

    @Test
    void a_name_of_one_room_alone_finds_nobody() {
        var dora = registers("dora");
        var room = created(aPublicRoomOf(dora));
        sets(
                dora,
                room,
                new StateTuple(EventType.MEMBER, dora.user().toString()),
                JsonObject.of("membership", "join").with("displayname", "Freddy"));

        assertThat(state(dora, room, EventType.MEMBER, dora.user().toString())
                        .flatMap(member -> member.string("displayname")))
                .contains("Freddy");
        assertThat(search(BOB, "freddy", 10).users()).isEmpty();
        assertThat(search(BOB, "dora", 10).users()).hasSize(1);
    }

    @Test
    void a_search_has_a_limit_and_says_when_there_is_more() {
        created(aPublicRoomOf(registers("dora")));
        created(aPublicRoomOf(registers("doris")));

        assertThat(search(BOB, "do", 1).users()).hasSize(1);
        assertThat(search(BOB, "do", 1).limited()).isTrue();
        assertThat(search(BOB, "do", 2).limited()).isFalse();
        assertThat(search(BOB, " - ", 2).users()).isEmpty();
        assertThatThrownBy(() -> search(BOB, "do", 0)).isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> search(Server.guest("visitor"), "do", 1)).isInstanceOf(GuestAccessForbidden.class);
    }
}
