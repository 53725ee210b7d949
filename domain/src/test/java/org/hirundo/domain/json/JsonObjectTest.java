package org.hirundo.domain.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectTest {

    @Test
    void members_are_read_by_their_types() {
        var object = Json.object("""
                {"text": "a", "number": 1, "decimal": 1.5, "truth": true, "object": {"a": 1}, "array": [1, "b"],
                 "texts": ["a", "b"], "nothing": null}""");

        assertThat(object.string("text")).contains("a");
        assertThat(object.integer("number")).hasValue(1);
        assertThat(object.bool("truth")).contains(true);
        assertThat(object.object("object")).contains(JsonObject.EMPTY.with("a", 1));
        assertThat(object.array("array").orElseThrow().size()).isEqualTo(2);
        assertThat(object.strings("texts")).contains(List.of("a", "b"));
        assertThat(object.get("nothing")).isEqualTo(JsonNull.NULL);
        assertThat(object.has("nothing")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "number", "decimal", "truth", "object", "array", "nothing", "missing"})
    void of_another_type_is_as_absent(String name) {
        var object = Json.object("""
                {"text": "a", "number": 1, "decimal": 1.5, "truth": true, "object": {}, "array": [1, "b"], "nothing": null}""");

        assertThat(object.string(name).isPresent()).isEqualTo(name.equals("text"));
        assertThat(object.integer(name).isPresent()).isEqualTo(name.equals("number"));
        assertThat(object.bool(name).isPresent()).isEqualTo(name.equals("truth"));
        assertThat(object.object(name).isPresent()).isEqualTo(name.equals("object"));
        assertThat(object.array(name).isPresent()).isEqualTo(name.equals("array"));
        assertThat(object.strings(name)).isEmpty();
    }

    /** With few members and with many, which are found in another way. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 16, 17, 18, 40, 1000})
    void it_is_a_map_whatever_its_size(int size) {
        var expected = new LinkedHashMap<String, JsonValue>();
        var builder = JsonObject.builder();
        for (int i = 0; i < size; i++) {
            expected.put("name" + i, new JsonInteger(i));
            builder.put("name" + i, i);
        }
        var object = builder.build();

        assertThat(object.members())
                .isEqualTo(expected)
                .hasSameHashCodeAs(expected)
                .hasSize(size);
        assertThat(List.copyOf(object.names())).isEqualTo(List.copyOf(expected.keySet()));
        assertThat(List.copyOf(object.members().reversed().keySet()))
                .isEqualTo(List.copyOf(expected.reversed().keySet()));
        expected.forEach((name, value) -> assertThat(object.get(name)).isEqualTo(value));
        assertThat(object.get("other")).isNull();
        assertThat(object.has("name" + size)).isFalse();
        assertThat(object.isEmpty()).isEqualTo(size == 0);
        assertThat(JsonObject.of(expected)).isEqualTo(object).hasSameHashCodeAs(object);
        assertThat(object.toBuilder().build()).isEqualTo(object);
        assertThat(object.with("another", 1).without("another")).isEqualTo(object);
        assertThat(object.without("name0", "other").members()).hasSize(Math.max(0, size - 1));
    }

    @Test
    void the_order_of_members_is_kept_but_makes_no_difference() {
        var one = JsonObject.EMPTY.with("a", 1).with("b", 2);
        var other = JsonObject.EMPTY.with("b", 2).with("a", 1);

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one.names()).containsExactly("a", "b");
        assertThat(other.names()).containsExactly("b", "a");
        assertThat(one)
                .isNotEqualTo(one.with("a", 2))
                .isNotEqualTo(one.with("c", 3))
                .isNotEqualTo(one.without("a"));
    }

    @Test
    void a_name_that_is_put_again_keeps_its_place() {
        assertThat(JsonObject.EMPTY.with("a", 1).with("b", 2).with("a", 3))
                .hasToString("{\"a\":3,\"b\":2}")
                .satisfies(object -> assertThat(object.names()).containsExactly("a", "b"));
    }

    @Test
    void nobody_changes_an_object() {
        var builder = JsonObject.builder().put("a", 1);
        var object = builder.build();
        builder.put("a", 2).put("b", 3);
        object.toBuilder().put("a", 4).put("c", 5).build();

        assertThat(object).hasToString("{\"a\":1}");
        assertThat(builder.build()).hasToString("{\"a\":2,\"b\":3}");
        assertThatThrownBy(() -> object.members().put("a", JsonNull.NULL))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> object.members().remove("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> object.members().pollFirstEntry()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> object.members().reversed().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> object.names().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void nor_a_large_one() {
        var builder = JsonObject.builder();
        for (int i = 0; i < 40; i++) {
            builder.put("name" + i, i);
        }
        var object = builder.build();
        builder.put("after", 1);
        object.toBuilder().put("more", 1).build();

        assertThat(object.has("after")).isFalse();
        assertThat(object.has("more")).isFalse();
    }

    @Test
    void a_builder_takes_what_is_there() {
        var object = JsonObject.builder()
                .putIfPresent("a", Optional.of("x"))
                .putIfPresent("b", Optional.empty())
                .put("c", true)
                .putAll(JsonObject.of("d", "y").with("c", JsonBoolean.FALSE))
                .build();

        assertThat(object).hasToString("{\"a\":\"x\",\"c\":false,\"d\":\"y\"}");
        assertThat(JsonObject.builder().build()).isSameAs(JsonObject.EMPTY);
        assertThat(JsonObject.of(Map.of())).isSameAs(JsonObject.EMPTY);
    }

    /** 2<sup>16</sup> names with one hash code: quadratic work would take minutes. */
    @Test
    void names_that_were_chosen_to_collide_do_no_harm() {
        var document = new StringBuilder("{");
        for (int i = 0; i < 1 << 16; i++) {
            document.append(i == 0 ? "\"" : ",\"");
            for (int bit = 0; bit < 16; bit++) {
                document.append(((i >> bit) & 1) == 0 ? "Aa" : "BB");
            }
            document.append("\":").append(i);
        }
        var bytes = document.append('}').toString().getBytes(UTF_8);

        var object = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> JsonParser.parseObject(bytes));
        assertThat(object.members()).hasSize(1 << 16);
    }

    @Test
    void names_that_are_known_are_shared() {
        var one = Json.object("{\"type\":1,\"custom\":2,\"\":3,\"origin_server_ts\":4}");
        var other = Json.object("{\"type\":1,\"custom\":2,\"\":3,\"origin_server_ts\":4}");

        assertThat(one.names()).containsExactly("type", "custom", "", "origin_server_ts");
        assertThat(one.names().iterator().next())
                .isSameAs(other.names().iterator().next());
    }
}
