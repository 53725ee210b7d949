package org.hirundo.domain.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.KeyTooLarge;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.error.ProfileTooLarge;
import org.hirundo.domain.json.Json;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesTest {

    private static final JsonObject ALICE = Json.object("""
            {"avatar_url": "mxc://matrix.org/SDGdghriugerRg", "displayname": "Alice Margatroid",
             "m.tz": "Europe/London", "m.example_field": "custom_value"}""");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "displayname",
                "avatar_url",
                "m.tz",
                "m.example_field",
                "org.example.favourite_colour",
                "com.example-site.x-y",
                "us.cloke.msc4175.tz"
            })
    void these_are_names_of_fields(String name) {
        assertThat(ProfileField.parse(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "colour",
                "Org.example",
                "org.Example",
                "org..example",
                "org.",
                ".org",
                "org.1x",
                "org.example colour",
                "o/x.y",
                "displayName",
                "org.exämple"
            })
    void these_are_none(String name) {
        assertThatExceptionOfType(InvalidParam.class)
                .isThrownBy(() -> ProfileField.parse(name))
                .withMessage("Invalid profile key.");
    }

    @Test
    void a_name_has_at_most_255_bytes() {
        assertThat(ProfileField.parse("o." + "x".repeat(253)).name()).hasSize(255);
        assertThatExceptionOfType(KeyTooLarge.class).isThrownBy(() -> ProfileField.parse("o." + "x".repeat(254)));
    }

    @Test
    void a_field_is_set_and_the_others_stay() {
        assertThat(set("displayname", "{\"displayname\": \"Alice Wonderland\"}"))
                .isEqualTo(ALICE.with("displayname", "Alice Wonderland"));
        assertThat(set("org.example.x", "{\"org.example.x\": {\"any\": [1.5, null]}}")
                        .get("org.example.x"))
                .isEqualTo(Json.object("{\"any\": [1.5, null]}"));
        assertThat(set("org.example.x", "{\"org.example.x\": null}").has("org.example.x"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"displayname", "avatar_url"})
    void an_empty_string_takes_a_name_or_a_picture_away(String field) {
        assertThat(set(field, "{\"" + field + "\": \"\"}")).isEqualTo(ALICE.without(field));
    }

    @Test
    void an_empty_string_is_a_value_elsewhere() {
        assertThat(set("org.example.x", "{\"org.example.x\": \"\"}").string("org.example.x"))
                .contains("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "displayname; {\"displayname\": 1}",
                "displayname; {\"displayname\": null}",
                "avatar_url; {\"avatar_url\": {}}",
                "m.tz; {\"m.tz\": 1}"
            })
    void values_of_known_fields_are_checked(String field, String body) {
        assertThatExceptionOfType(InvalidParam.class).isThrownBy(() -> set(field, body));
    }

    @Test
    void a_name_is_bounded() {
        assertThat(set("displayname", "{\"displayname\": \"" + "🐦".repeat(256) + "\"}")
                        .has("displayname"))
                .isTrue();
        assertThatExceptionOfType(InvalidParam.class)
                .isThrownBy(() -> set("displayname", "{\"displayname\": \"" + "x".repeat(257) + "\"}"));
    }

    @Test
    void a_picture_may_be_anywhere_at_an_address_that_is_bounded() {
        assertThat(set("avatar_url", "{\"avatar_url\": \"https://example.org/me.png\"}")
                        .string("avatar_url"))
                .contains("https://example.org/me.png");
        assertThat(set("avatar_url", "{\"avatar_url\": \"" + "x".repeat(1_000) + "\"}")
                        .has("avatar_url"))
                .isTrue();
        assertThatExceptionOfType(InvalidParam.class)
                .isThrownBy(() -> set("avatar_url", "{\"avatar_url\": \"" + "x".repeat(1_001) + "\"}"));
    }

    @Test
    void the_body_has_the_field_and_nothing_else() {
        assertThatExceptionOfType(MissingParam.class).isThrownBy(() -> set("m.tz", "{}"));
        assertThatExceptionOfType(MissingParam.class).isThrownBy(() -> set("m.tz", "{\"displayname\": \"x\"}"));
        assertThatExceptionOfType(BadJson.class)
                .isThrownBy(() -> set("m.tz", "{\"m.tz\": \"Europe/Berlin\", \"displayname\": \"x\"}"));
    }

    @Test
    void a_profile_is_smaller_than_64_kibibytes() {
        var empty = "{\"org.example.x\":\"\"}".length();

        assertThat(Profiles.set(JsonObject.EMPTY, field(), sized(65_535 - empty)))
                .isNotEqualTo(JsonObject.EMPTY);
        assertThatExceptionOfType(ProfileTooLarge.class)
                .isThrownBy(() -> Profiles.set(JsonObject.EMPTY, field(), sized(65_536 - empty)));
        assertThatExceptionOfType(ProfileTooLarge.class)
                .isThrownBy(() -> Profiles.set(ALICE, field(), sized(65_535 - empty)));
    }

    private static ProfileField field() {
        return ProfileField.parse("org.example.x");
    }

    private static JsonObject sized(int length) {
        return JsonObject.of("org.example.x", "x".repeat(length));
    }

    @Test
    void a_field_is_removed_whether_it_was_there_or_not() {
        assertThat(Profiles.remove(ALICE, ProfileField.TIME_ZONE)).isEqualTo(ALICE.without("m.tz"));
        assertThat(Profiles.remove(JsonObject.EMPTY, ProfileField.TIME_ZONE)).isEqualTo(JsonObject.EMPTY);
    }

    @Test
    void names_and_pictures_are_shown_in_rooms() {
        assertThat(ProfileField.DISPLAY_NAME.isShownInRooms()).isTrue();
        assertThat(ProfileField.AVATAR_URL.isShownInRooms()).isTrue();
        assertThat(ProfileField.TIME_ZONE.isShownInRooms()).isFalse();
    }

    private static JsonObject set(String field, String body) {
        return Profiles.set(ALICE, ProfileField.parse(field), Json.object(body));
    }
}
