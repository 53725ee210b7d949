package org.hirundo.contract.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.hirundo.application.accountdata.DeleteTag;
import org.hirundo.application.accountdata.GetAccountData;
import org.hirundo.application.accountdata.GetTags;
import org.hirundo.application.accountdata.SetAccountData;
import org.hirundo.application.accountdata.SetTag;
import org.hirundo.application.filter.DefineFilter;
import org.hirundo.application.filter.GetFilter;
import org.hirundo.application.session.Requester;
import org.hirundo.contract.fixture.Concurrently;
import org.hirundo.domain.accountdata.AccountDataType;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.GuestAccessForbidden;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.NotFound;
import org.hirundo.domain.error.ServerManaged;
import org.hirundo.domain.error.TooLarge;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What clients keep on the server for their users: account data, tags and filters. */
public abstract class AccountDataStory extends PeopleStory {

    private static final RoomId ROOM = RoomId.parse("!room:hirundo.example");
    private static final AccountDataType DIARY = new AccountDataType("org.example.diary");
    private static final JsonObject CONTENT = JsonObject.of("monday", "rain\u0000");

    private void writes(Requester user, Optional<RoomId> room, AccountDataType type, JsonObject content) {
        the(SetAccountData.class).set(user, user.user(), room, type, content);
    }

    private JsonObject reads(Requester user, Optional<RoomId> room, AccountDataType type) {
        return the(GetAccountData.class).get(user, user.user(), room, type);
    }

    private void tags(Requester user, String name, JsonObject content) {
        the(SetTag.class).set(user, user.user(), new SetTag.Tag(ROOM, name, content));
    }

    private JsonObject tagsOf(Requester user) {
        return the(GetTags.class).get(user, user.user(), ROOM);
    }

    @Test
    void what_is_written_is_read_by_its_owner_in_its_place() {
        var dora = registers("dora");
        var emil = registers("emil");
        writes(dora, Optional.empty(), DIARY, CONTENT);
        writes(dora, Optional.of(ROOM), DIARY, JsonObject.of("room", "diary"));

        assertThat(reads(dora, Optional.empty(), DIARY)).isEqualTo(CONTENT);
        assertThat(reads(dora, Optional.of(ROOM), DIARY)).isEqualTo(JsonObject.of("room", "diary"));
        assertThatThrownBy(() -> reads(emil, Optional.empty(), DIARY)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> reads(dora, Optional.empty(), new AccountDataType("org.example.other")))
                .isInstanceOf(NotFound.class);
        restart();
        writes(dora, Optional.empty(), DIARY, JsonObject.EMPTY);
        assertThatThrownBy(() -> reads(dora, Optional.empty(), DIARY)).isInstanceOf(NotFound.class);
    }

    @Test
    void nobody_reads_or_writes_what_is_anothers() {
        var dora = registers("dora");
        var emil = registers("emil");
        writes(dora, Optional.empty(), DIARY, CONTENT);

        assertThatThrownBy(() -> the(GetAccountData.class).get(emil, dora.user(), Optional.empty(), DIARY))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> the(SetAccountData.class).set(emil, dora.user(), Optional.empty(), DIARY, CONTENT))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> writes(Server.guest("g"), Optional.empty(), DIARY, CONTENT))
                .isInstanceOf(GuestAccessForbidden.class);
    }

    @Test
    void what_the_server_keeps_is_not_the_clients_to_write() {
        var dora = registers("dora");
        for (var type : new AccountDataType[] {AccountDataType.FULLY_READ, AccountDataType.PUSH_RULES}) {
            assertThatThrownBy(() -> writes(dora, Optional.empty(), type, CONTENT))
                    .isInstanceOf(ServerManaged.class);
            assertThatThrownBy(() -> writes(dora, Optional.of(ROOM), type, CONTENT))
                    .isInstanceOf(ServerManaged.class);
        }
        assertThat(reads(dora, Optional.empty(), AccountDataType.PUSH_RULES).object("global"))
                .isPresent();
    }

    @Test
    void types_and_contents_have_their_limits() {
        var dora = registers("dora");
        assertThatThrownBy(() -> writes(dora, Optional.empty(), new AccountDataType(""), CONTENT))
                .isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> writes(dora, Optional.empty(), new AccountDataType("x".repeat(256)), CONTENT))
                .isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> writes(dora, Optional.empty(), DIARY, JsonObject.of("a", "x".repeat(1024 * 1024))))
                .isInstanceOf(TooLarge.class);
        writes(dora, Optional.empty(), new AccountDataType("x".repeat(255)), CONTENT);
    }

    /** Storages stumble over some of these, so each is a type, a tag and part of a content. */
    @Test
    void whatever_unicode_can_write_is_kept_apart() {
        var dora = registers("dora");
        var texts = List.of(
                "a\u0000b",
                "a\u0001b",
                "a\u0001ab",
                "ab",
                "ab ",
                "AB",
                "e\u0301",
                "\u00E9",
                "$a.b",
                "\uD83D\uDE00".repeat(63));
        for (var text : texts) {
            writes(dora, Optional.empty(), new AccountDataType(text), JsonObject.of("said", text));
            tags(dora, text, JsonObject.of(text, text));
        }
        restart();

        assertThat(texts).allSatisfy(text -> {
            assertThat(reads(dora, Optional.empty(), new AccountDataType(text))).isEqualTo(JsonObject.of("said", text));
            assertThat(tagsOf(dora).object(text)).contains(JsonObject.of(text, text));
        });
        assertThat(tagsOf(dora).names()).containsExactlyInAnyOrderElementsOf(texts);
    }

    @Test
    void what_nobody_can_have_written_is_not_found_however_long_it_is() {
        var dora = registers("dora");
        for (var text : List.of("x".repeat(10_000), "\u0000", "")) {
            assertThatThrownBy(() -> reads(dora, Optional.empty(), new AccountDataType(text)))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> the(GetFilter.class).get(dora, dora.user(), text))
                    .isInstanceOf(NotFound.class);
            the(DeleteTag.class).delete(dora, dora.user(), ROOM, text);
        }
    }

    @Test
    void tags_do_not_grow_without_end() {
        var dora = registers("dora");
        var half = JsonObject.of("said", "x".repeat(600_000));
        tags(dora, "u.one", half);

        assertThatThrownBy(() -> tags(dora, "u.two", half)).isInstanceOf(TooLarge.class);
        assertThat(tagsOf(dora).names()).containsExactly("u.one");
    }

    @Test
    void rooms_are_tagged_and_untagged() {
        var dora = registers("dora");
        var emil = registers("emil");
        assertThat(tagsOf(dora)).isEqualTo(JsonObject.EMPTY);
        tags(dora, "m.favourite", JsonObject.of("order", new JsonInteger(1)));
        tags(dora, "u.work", JsonObject.EMPTY);
        assertThat(tagsOf(dora).names()).containsExactlyInAnyOrder("m.favourite", "u.work");
        assertThat(tagsOf(emil)).isEqualTo(JsonObject.EMPTY);

        the(DeleteTag.class).delete(dora, dora.user(), ROOM, "u.work");
        the(DeleteTag.class).delete(dora, dora.user(), ROOM, "u.work");

        assertThat(reads(dora, Optional.of(ROOM), new AccountDataType("m.tag")))
                .isEqualTo(JsonObject.of(
                        "tags", JsonObject.of("m.favourite", JsonObject.of("order", new JsonInteger(1)))));
    }

    @Test
    void tags_set_at_once_are_all_kept() {
        var dora = registers("dora");
        Concurrently.call(20, number -> {
            tags(dora, "u." + number, JsonObject.EMPTY);
            return number;
        });
        assertThat(tagsOf(dora).names()).hasSize(20);
    }

    @Test
    void tags_that_are_none_are_refused() {
        var dora = registers("dora");
        var emil = registers("emil");
        assertThatThrownBy(() -> tags(dora, "x".repeat(256), JsonObject.EMPTY)).isInstanceOf(InvalidParam.class);
        assertThatThrownBy(() -> tags(dora, "u.x", JsonObject.of("order", "first")))
                .isInstanceOf(BadJson.class);
        assertThatThrownBy(
                        () -> the(SetTag.class).set(emil, dora.user(), new SetTag.Tag(ROOM, "u.x", JsonObject.EMPTY)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> the(GetTags.class).get(emil, dora.user(), ROOM))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> the(DeleteTag.class).delete(emil, dora.user(), ROOM, "u.x"))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void a_filter_is_found_again_by_its_id() {
        var dora = registers("dora");
        var emil = registers("emil");
        var filter = JsonObject.of("room", JsonObject.of("timeline", JsonObject.of("limit", new JsonInteger(5))))
                .with("org.example.unknown", "kept");
        var id = the(DefineFilter.class).define(dora, dora.user(), filter);

        assertThat(id).doesNotStartWith("{");
        assertThat(the(GetFilter.class).get(dora, dora.user(), id)).isEqualTo(filter);
        assertThat(the(DefineFilter.class).define(dora, dora.user(), filter)).isEqualTo(id);
        assertThatThrownBy(() -> the(GetFilter.class).get(emil, dora.user(), id))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> the(GetFilter.class).get(dora, dora.user(), "none"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void filters_that_are_none_are_refused() {
        var dora = registers("dora");
        var emil = registers("emil");
        var define = the(DefineFilter.class);
        assertThatThrownBy(() -> define.define(dora, dora.user(), JsonObject.of("room", "all")))
                .isInstanceOf(BadJson.class);
        assertThatThrownBy(() -> define.define(dora, dora.user(), JsonObject.of("a", "x".repeat(70_000))))
                .isInstanceOf(TooLarge.class);
        assertThatThrownBy(() -> define.define(emil, dora.user(), JsonObject.EMPTY))
                .isInstanceOf(Forbidden.class);
    }
}
