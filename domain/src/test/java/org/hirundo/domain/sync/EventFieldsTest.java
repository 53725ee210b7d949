package org.hirundo.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.hirundo.domain.json.Json;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.match.PropertyPath;
import org.junit.jupiter.api.Test;

class EventFieldsTest {

    private static final JsonObject EVENT = Json.object("""
            {"type": "m.room.message", "sender": "@bob:example.org",
             "content": {"body": "hello", "msgtype": "m.text", "m.relates_to": {"rel_type": "m.thread", "event_id": "$x"}},
             "unsigned": {"age": 1}}""");

    @Test
    void a_path_takes_what_it_leads_to_and_nothing_beside() {
        assertThat(pruned("content.body", "sender"))
                .isEqualTo(Json.object("{\"sender\": \"@bob:example.org\", \"content\": {\"body\": \"hello\"}}"));
        assertThat(pruned("content.m\\.relates_to.rel_type"))
                .isEqualTo(Json.object("{\"content\": {\"m.relates_to\": {\"rel_type\": \"m.thread\"}}}"));
    }

    @Test
    void a_path_to_an_object_takes_all_of_it_whatever_else_is_asked_for() {
        var content = Json.object("{}").with("content", EVENT.object("content").orElseThrow());

        assertThat(pruned("content")).isEqualTo(content);
        assertThat(pruned("content", "content.body")).isEqualTo(content);
        assertThat(pruned("content.body", "content")).isEqualTo(content);
    }

    @Test
    void what_is_not_there_is_not_taken() {
        assertThat(pruned("state_key", "unsigned.age.deeper", "content.m.relates_to"))
                .isEqualTo(Json.object("{\"unsigned\": {}, \"content\": {}}"));
        assertThat(pruned("type.length")).isEqualTo(JsonObject.EMPTY);
    }

    @Test
    void no_path_at_all_takes_everything() {
        assertThat(pruned()).isSameAs(EVENT);
        assertThat(EventFields.ALL.of(EVENT)).isSameAs(EVENT);
    }

    private static JsonObject pruned(String... paths) {
        return EventFields.of(Stream.of(paths).map(PropertyPath::parse).toList())
                .of(EVENT);
    }
}
