package org.hirundo.domain.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMembersTest {

    @Test
    void members_are_found_with_their_types() {
        var members = members("{\"text\":\"a\\nb\",\"number\":-12,\"decimal\":1.5,\"object\":{\"text\":\"inner\"}}");

        assertThat(members.string("text")).contains("a\nb");
        assertThat(members.string("number")).isEmpty();
        assertThat(members.string("inner")).isEmpty();
        assertThat(members.integer("number")).hasValue(-12);
        assertThat(members.integer("decimal")).isEmpty();
        assertThat(members.integer("text")).isEmpty();
        assertThat(members.integer("missing")).isEmpty();
    }

    @Test
    void a_value_is_found_as_it_is_written() {
        var text = " { \"a\" : [ {\"}\":\"]\\\"\"} , 1 ] , \"b\" : true } ";
        var members = members(text);

        assertThat(text.substring(members.from("a"), members.to("a"))).isEqualTo("[ {\"}\":\"]\\\"\"} , 1 ]");
        assertThat(text.substring(members.from("b"), members.to("b"))).isEqualTo("true");
        assertThat(members.from("c")).isEqualTo(-1);
        assertThat(members.to("c")).isEqualTo(-1);
    }

    @Test
    void names_are_compared_as_they_are_meant() {
        var members = members("{\"\\u0061b\":\"escaped\",\"é\":\"beyond ASCII\",\"a\":\"short\",\"abc\":\"long\"}");

        assertThat(members.string("ab")).contains("escaped");
        assertThat(members.string("é")).contains("beyond ASCII");
        assertThat(members.string("a")).contains("short");
        assertThat(members.string("abc")).contains("long");
        assertThat(members.string("")).isEmpty();
    }

    @Test
    void there_may_be_many_members_or_none() {
        var many = JsonObject.builder();
        for (int i = 0; i < 100; i++) {
            many.put("name" + i, i);
        }
        var members = members(many.build().toString());

        assertThat(members.integer("name0")).hasValue(0);
        assertThat(members.integer("name99")).hasValue(99);
        assertThat(members("{}").string("a")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "{", "{\"a\"", "{\"a\":", "{\"a\":\"", "{\"a\":[", "{\"a\":1", "{\"a\":1,"})
    void bytes_that_are_no_object_are_malformed(String text) {
        assertThatThrownBy(() -> members(text)).isInstanceOf(MalformedJson.class);
    }

    private static JsonMembers members(String text) {
        return JsonMembers.of(text.getBytes(UTF_8));
    }
}
