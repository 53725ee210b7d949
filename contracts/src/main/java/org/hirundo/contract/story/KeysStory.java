package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hirundo.application.device.RenameDevice;
import org.hirundo.application.e2ee.ClaimKeys;
import org.hirundo.application.e2ee.QueryKeys;
import org.hirundo.application.e2ee.UploadKeys;
import org.hirundo.application.port.key.OneTimeKeyStore.Claim;
import org.hirundo.application.session.Requester;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.domain.e2ee.OneTimeKeyCounts;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Keys of devices: published, asked for, and taken. */
public abstract class KeysStory extends PeopleStory {

    private static final Keys KEY = Keys.of(1);
    private static final String SIGNED = "signed_curve25519";

    private OneTimeKeyCounts uploads(Requester user, JsonObject body) {
        return the(UploadKeys.class).upload(user, body);
    }

    private OneTimeKeyCounts publishes(Requester user) {
        return uploads(user, JsonObject.of("device_keys", KEY.device(user.user(), user.device())));
    }

    private static JsonObject oneTimeKeys(Requester user, int from, int to) {
        var keys = JsonObject.builder();
        IntStream.range(from, to)
                .forEach(number ->
                        keys.put(SIGNED + ":" + number, KEY.oneTimeKey(user.user(), user.device(), "key" + number)));
        return JsonObject.of("one_time_keys", keys.build());
    }

    private static JsonObject fallbackKey(Requester user, String id) {
        return JsonObject.of(
                "fallback_keys",
                JsonObject.of(SIGNED + ":" + id, KEY.fallbackKey(user.user(), user.device(), "fallback" + id)));
    }

    private QueryKeys.Keys asksFor(Requester viewer, UserId... users) {
        var wanted = JsonObject.builder();
        for (var user : users) {
            wanted.put(user.toString(), JsonArray.EMPTY);
        }
        return the(QueryKeys.class).query(viewer, JsonObject.of("device_keys", wanted.build()));
    }

    private List<String> takes(Requester taker, UserId user, DeviceId device) {
        var wanted =
                JsonObject.of("one_time_keys", JsonObject.of(user.toString(), JsonObject.of(device.value(), SIGNED)));
        return the(ClaimKeys.class).claim(taker, wanted, ClaimKeys.Form.ONE).keys().values().stream()
                .flatMap(List::stream)
                .map(key -> key.id().version())
                .toList();
    }

    @Test
    void others_see_the_keys_of_a_device_and_its_name() {
        var dora = registers("dora");
        var emil = registers("emil");
        publishes(dora);
        the(RenameDevice.class).rename(dora, dora.device(), JsonObject.of("display_name", "My phone"));

        var seen = asksFor(emil, dora.user());

        assertThat(seen.devices())
                .isEqualTo(Map.of(
                        dora.user(),
                        Map.of(
                                dora.device(),
                                KEY.device(dora.user(), dora.device())
                                        .with("unsigned", JsonObject.of("device_display_name", "My phone")))));
        assertThat(seen.unreachable()).isEmpty();
        assertThat(seen.crossSigning()).isEmpty();
    }

    @Test
    void devices_can_be_asked_for_one_by_one_and_users_without_have_none() {
        var dora = registers("dora");
        publishes(dora);
        var laptop = requester(logsIn(dora.user()));
        uploads(laptop, JsonObject.of("device_keys", Keys.of(2).device(dora.user(), laptop.device())));
        var emil = registers("emil");

        var wanted = JsonObject.of(
                dora.user().toString(),
                JsonArray.of(new JsonString(laptop.device().value()), new JsonString("NONE")));
        assertThat(the(QueryKeys.class)
                        .query(emil, JsonObject.of("device_keys", wanted))
                        .devices()
                        .get(dora.user()))
                .containsOnlyKeys(laptop.device());
        assertThat(asksFor(emil, dora.user()).devices().get(dora.user()))
                .containsOnlyKeys(dora.device(), laptop.device());
        assertThat(asksFor(dora, emil.user()).devices()).isEqualTo(Map.of(emil.user(), Map.of()));
    }

    @Test
    void of_servers_that_cannot_be_asked_it_is_said_so() {
        var dora = registers("dora");
        var stranger = UserId.parse("@stranger:elsewhere.example");

        assertThat(asksFor(dora, stranger).unreachable()).containsExactly(ServerName.parse("elsewhere.example"));
        assertThat(asksFor(dora, stranger).devices()).isEmpty();
        var claim = JsonObject.of("one_time_keys", JsonObject.of(stranger.toString(), JsonObject.of("D", SIGNED)));
        assertThat(the(ClaimKeys.class).claim(dora, claim, ClaimKeys.Form.ONE))
                .isEqualTo(new ClaimKeys.Claimed(Map.of(), Set.of(ServerName.parse("elsewhere.example"))));
    }

    @Test
    void keys_that_are_published_again_are_no_news_and_changed_ones_are() {
        var dora = registers("dora");
        publishes(dora);
        var before = storage().stream().position();
        publishes(dora);
        assertThat(storage().stream().position()).isEqualTo(before);

        uploads(dora, JsonObject.of("device_keys", Keys.of(9).device(dora.user(), dora.device())));
        assertThat(storage().deviceKeys().changed(before, storage().stream().position()))
                .containsExactly(dora.user());
    }

    @Test
    void keys_that_are_not_the_devices_own_are_refused() {
        var dora = registers("dora");
        var emil = registers("emil");
        var keys = KEY.device(dora.user(), dora.device());
        assertThatThrownBy(() -> uploads(emil, JsonObject.of("device_keys", keys)))
                .isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> uploads(dora, JsonObject.of("device_keys", "mine")))
                .isInstanceOf(BadJson.class);
        assertThatThrownBy(() -> uploads(
                        dora,
                        JsonObject.of("one_time_keys", JsonObject.of(SIGNED + ":1", JsonObject.of("key", "unsigned")))))
                .isInstanceOf(BadJson.class);
        assertThat(asksFor(emil, dora.user()).devices().get(dora.user())).isEmpty();
    }

    @Test
    @Tag("easily-missed-1")
    void a_device_learns_how_many_keys_it_has_left() {
        var dora = registers("dora");
        var emil = registers("emil");
        assertThat(uploads(dora, JsonObject.EMPTY).oneTimeKeys()).isEmpty();
        assertThat(uploads(dora, oneTimeKeys(dora, 0, 3)).oneTimeKeys()).isEqualTo(Map.of(SIGNED, 3));
        takes(emil, dora.user(), dora.device());

        assertThat(uploads(dora, JsonObject.EMPTY).oneTimeKeys()).isEqualTo(Map.of(SIGNED, 2));
        assertThat(uploads(emil, JsonObject.EMPTY).oneTimeKeys()).isEmpty();
    }

    @Test
    @Tag("easily-missed-1")
    void keys_are_taken_in_the_order_of_their_uploads_then_the_fallback_key() {
        var dora = registers("dora");
        var emil = registers("emil");
        uploads(dora, oneTimeKeys(dora, 5, 6));
        uploads(dora, oneTimeKeys(dora, 3, 4));
        assertThat(uploads(dora, fallbackKey(dora, "f")).unusedFallbackKeys()).containsExactly(SIGNED);

        assertThat(takes(emil, dora.user(), dora.device())).containsExactly("5");
        assertThat(takes(emil, dora.user(), dora.device())).containsExactly("3");
        assertThat(takes(emil, dora.user(), dora.device())).containsExactly("f");
        assertThat(takes(emil, dora.user(), dora.device())).containsExactly("f");
        assertThat(uploads(dora, JsonObject.EMPTY).unusedFallbackKeys()).isEmpty();
        assertThat(uploads(dora, fallbackKey(dora, "g")).unusedFallbackKeys()).containsExactly(SIGNED);
        assertThat(takes(emil, dora.user(), dora.device())).containsExactly("g");
    }

    @Test
    void a_key_is_taken_as_it_was_uploaded() {
        var dora = registers("dora");
        var emil = registers("emil");
        uploads(dora, oneTimeKeys(dora, 0, 1));
        var wanted = JsonObject.of(
                "one_time_keys",
                JsonObject.of(
                        dora.user().toString(),
                        JsonObject.of(dora.device().value(), SIGNED).with("NONE", SIGNED)));

        var claimed = the(ClaimKeys.class).claim(emil, wanted, ClaimKeys.Form.ONE);

        assertThat(claimed.keys()).containsOnlyKeys(new Claim(dora.user(), dora.device(), SIGNED));
        assertThat(claimed.keys().values()).singleElement().satisfies(keys -> assertThat(keys)
                .singleElement()
                .satisfies(key -> assertThat(key.key()).isEqualTo(KEY.oneTimeKey(dora.user(), dora.device(), "key0"))));
    }

    @Test
    void fifty_who_want_one_at_once_get_fifty_different_ones() {
        var dora = registers("dora");
        var emil = registers("emil");
        uploads(dora, oneTimeKeys(dora, 0, 50));

        var taken = Concurrently.call(
                50, number -> takes(emil, dora.user(), dora.device()).getFirst());

        assertThat(new HashSet<>(taken)).hasSize(50);
        assertThat(takes(emil, dora.user(), dora.device())).isEmpty();
    }

    @Test
    void a_key_may_be_uploaded_again_but_not_become_another() {
        var dora = registers("dora");
        uploads(dora, oneTimeKeys(dora, 0, 2));
        assertThat(uploads(dora, oneTimeKeys(dora, 0, 3)).oneTimeKeys()).isEqualTo(Map.of(SIGNED, 3));
        var other = KEY.oneTimeKey(dora.user(), dora.device(), "another");

        assertThatThrownBy(() -> uploads(dora, JsonObject.of("one_time_keys", JsonObject.of(SIGNED + ":0", other))))
                .isInstanceOf(InvalidParam.class);
        assertThat(uploads(dora, JsonObject.EMPTY).oneTimeKeys()).isEqualTo(Map.of(SIGNED, 3));
    }

    @Test
    void questions_that_are_none_are_refused() {
        var dora = registers("dora");
        var query = the(QueryKeys.class);
        assertThatThrownBy(() -> query.query(dora, JsonObject.EMPTY)).isInstanceOf(MissingParam.class);
        assertThatThrownBy(
                        () -> query.query(dora, JsonObject.of("device_keys", JsonObject.of("dora", JsonArray.EMPTY))))
                .isInstanceOf(BadJson.class);
        assertThatThrownBy(() -> query.query(
                        dora,
                        JsonObject.of("device_keys", JsonObject.of(dora.user().toString(), JsonObject.EMPTY))))
                .isInstanceOf(BadJson.class);
        var claim = the(ClaimKeys.class);
        assertThatThrownBy(() -> claim.claim(dora, JsonObject.EMPTY, ClaimKeys.Form.ONE))
                .isInstanceOf(MissingParam.class);
        assertThatThrownBy(() -> claim.claim(
                        dora,
                        JsonObject.of("one_time_keys", JsonObject.of(dora.user().toString(), SIGNED)),
                        ClaimKeys.Form.ONE))
                .isInstanceOf(BadJson.class);
        assertThatThrownBy(() -> claim.claim(
                        dora,
                        JsonObject.of(
                                "one_time_keys",
                                JsonObject.of(dora.user().toString(), JsonObject.of("D", JsonArray.EMPTY))),
                        ClaimKeys.Form.ONE))
                .isInstanceOf(BadJson.class);
    }
}
