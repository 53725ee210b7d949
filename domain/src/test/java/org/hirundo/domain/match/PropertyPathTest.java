package org.hirundo.domain.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonNull;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.junit.jupiter.api.Test;

class PropertyPathTest {

    private static final JsonObject EVENT = JsonObject.builder()
            .put("type", "m.room.message")
            .put("nothing", JsonNull.NULL)
            .put(
                    "content",
                    JsonObject.builder()
                            .put("body", "hello")
                            .put("m.relates_to", JsonObject.of("rel_type", "m.thread"))
                            .put("m\\foo", new JsonInteger(1))
                            .put("list", JsonArray.of(new JsonString("first")))
                            .put("", "no name")
                            .build())
            .build();

    @Test
    void the_paths_of_the_specification_lead_to_their_properties() {
        assertThat(PropertyPath.parse("content.body").find(EVENT)).contains(new JsonString("hello"));
        assertThat(PropertyPath.parse("content.m\\.relates_to.rel_type").find(EVENT))
                .contains(new JsonString("m.thread"));
        assertThat(PropertyPath.parse("content.m\\\\foo").find(EVENT)).contains(new JsonInteger(1));
    }

    @Test
    void other_escapes_are_left_as_they_are() {
        assertThat(PropertyPath.parse("content.m\\foo").names()).containsExactly("content", "m\\foo");
        assertThat(PropertyPath.parse("a\\").names()).containsExactly("a\\");
        assertThat(PropertyPath.parse("a\\\\.b").names()).containsExactly("a\\", "b");
    }

    @Test
    void a_dot_without_escape_is_never_part_of_a_name() {
        assertThat(PropertyPath.parse("content.m.relates_to.rel_type").find(EVENT))
                .isEmpty();
    }

    @Test
    void a_path_leads_nowhere_through_what_is_no_object() {
        assertThat(PropertyPath.parse("type.length").find(EVENT)).isEmpty();
        assertThat(PropertyPath.parse("content.list.0").find(EVENT)).isEmpty();
        assertThat(PropertyPath.parse("nothing.at.all").find(EVENT)).isEmpty();
        assertThat(PropertyPath.parse("missing").find(EVENT)).isEmpty();
    }

    @Test
    void null_and_names_without_letters_are_found() {
        assertThat(PropertyPath.parse("nothing").find(EVENT)).contains(JsonNull.NULL);
        assertThat(PropertyPath.parse("content.").find(EVENT)).contains(new JsonString("no name"));
    }

    @Test
    void a_path_has_a_name() {
        assertThatIllegalArgumentException().isThrownBy(PropertyPath::of);
    }

    @Property
    void what_is_written_is_read_again(
            @ForAll @Size(min = 1, max = 5) List<@StringLength(max = 6) @Chars({'a', '.', '\\', 'b'}) String> names) {
        var path = new PropertyPath(names);

        assertThat(PropertyPath.parse(path.toString())).isEqualTo(path);
    }
}
