package org.hirundo.domain.relation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.room.RoomVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelationTest {

    private static final String EDIT = """
            {"type": "m.room.message", "sender": "@a:x", "room_id": "!r:x", "origin_server_ts": 1, "depth": 1,
             "content": {"m.new_content": {"body": "b"},
             "m.relates_to": {"rel_type": "m.replace", "event_id": "$original"}}}
            """;

    private static Event event(String id, String json) {
        return Event.ofStored(new EventId(id), RoomVersion.V11, json.getBytes(UTF_8));
    }

    private static Event original() {
        return event("$original", message("@a:x", "m.room.message", "{\"body\": \"a\"}"));
    }

    private static String message(String sender, String type, String content) {
        return "{\"type\": \"" + type + "\", \"sender\": \"" + sender
                + "\", \"room_id\": \"!r:x\", \"origin_server_ts\": 1, \"depth\": 1, \"content\": " + content + "}";
    }

    private static JsonObject json(String text) {
        return JsonParser.parseObject(text.getBytes(UTF_8));
    }

    @Test
    void a_relation_is_read_from_the_content() {
        var content =
                json("{\"m.relates_to\": {\"rel_type\": \"m.annotation\", \"event_id\": \"$e\", \"key\": \"+1\"}}");

        assertThat(Relation.of(content))
                .contains(new Relation(new EventId("$e"), RelationType.ANNOTATION, Optional.of("+1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"m.relates_to\": \"m.thread\"}",
                "{\"m.relates_to\": {\"m.in_reply_to\": {\"event_id\": \"$e\"}}}",
                "{\"m.relates_to\": {\"event_id\": \"$e\"}}",
                "{\"m.relates_to\": {\"event_id\": \"$e\", \"rel_type\": \"\"}}",
                "{\"m.relates_to\": {\"event_id\": \"$e\", \"rel_type\": 1}}",
                "{\"m.relates_to\": {\"event_id\": \"e\", \"rel_type\": \"m.thread\"}}",
                "{\"m.relates_to\": {\"event_id\": [\"$e\"], \"rel_type\": \"m.thread\"}}"
            })
    void what_is_not_a_relation_is_none(String content) {
        assertThat(Relation.of(json(content))).isEmpty();
    }

    @Test
    void types_have_a_limit() {
        var relatesTo = JsonObject.of("event_id", "$e");
        assertThat(Relation.of(JsonObject.of("m.relates_to", relatesTo.with("rel_type", "t".repeat(255)))))
                .isPresent();
        assertThat(Relation.of(JsonObject.of("m.relates_to", relatesTo.with("rel_type", "t".repeat(256)))))
                .isEmpty();
    }

    @Test
    void an_edit_replaces_what_it_was_made_for() {
        assertThat(Relation.replaces(event("$edit", EDIT), original())).isTrue();
        var encrypted = event("$original", message("@a:x", "m.room.encrypted", "{}"));
        var edit = "{\"m.relates_to\": {\"rel_type\": \"m.replace\", \"event_id\": \"$original\"}}";
        assertThat(Relation.replaces(event("$edit", message("@a:x", "m.room.encrypted", edit)), encrypted))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@a:x -> @b:x",
                "m.room.message -> m.sticker",
                "!r:x -> !other:x",
                "m.new_content -> m.old_content",
                "m.replace -> m.reference",
                "$original -> $another",
                "\"sender\" -> \"state_key\": \"\", \"sender\""
            })
    void an_edit_that_breaks_one_rule_replaces_nothing(String change) {
        var parts = change.split(" -> ");

        assertThat(Relation.replaces(event("$edit", EDIT.replace(parts[0], parts[1])), original()))
                .isFalse();
    }

    @Test
    void edits_and_state_are_not_edited() {
        var edited = event("$original", EDIT.replace("$original", "$first"));
        assertThat(Relation.replaces(event("$edit", EDIT), edited)).isFalse();
        var state = event(
                "$original",
                message("@a:x", "m.room.message", "{}").replace("\"type\"", "\"state_key\": \"\", \"type\""));
        assertThat(Relation.replaces(event("$edit", EDIT), state)).isFalse();
    }
}
