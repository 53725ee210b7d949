package org.hirundo.domain.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {

    @Test
    void objects_and_arrays_are_written_as_they_come() {
        var written = written(writer -> writer.beginObject()
                .name("z")
                .value(1)
                .name("a")
                .beginArray()
                .beginObject()
                .endObject()
                .value("x")
                .value(true)
                .value(false)
                .nullValue()
                .beginArray()
                .endArray()
                .endArray()
                .name("raw")
                .raw("{ \"as\": \"is\" }".getBytes(UTF_8))
                .name("last")
                .value(-1)
                .endObject());

        assertThat(written)
                .isEqualTo("{\"z\":1,\"a\":[{},\"x\",true,false,null,[]],\"raw\":{ \"as\": \"is\" },\"last\":-1}");
    }

    @Test
    void a_value_keeps_the_order_of_its_members() {
        var value = Json.object("{\"b\":[1,2.50,\"é\\n\",null,true],\"a\":{}}");

        assertThat(written(writer -> writer.value(value))).isEqualTo("{\"b\":[1,2.50,\"é\\n\",null,true],\"a\":{}}");
    }

    @Test
    void a_part_of_bytes_is_copied() {
        var bytes = "..[1,2]..".getBytes(UTF_8);

        assertThat(written(writer ->
                        writer.beginArray().raw(bytes, 2, 7).raw(bytes, 3, 4).endArray()))
                .isEqualTo("[[1,2],1]");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 9, 10, -10, 99, 100, 1234567890123L, Long.MAX_VALUE, Long.MIN_VALUE})
    void integers_are_written_in_full(long number) {
        assertThat(written(writer -> writer.value(number))).isEqualTo(Long.toString(number));
    }

    @Test
    void it_grows_as_needed() {
        var long1 = "é".repeat(5000);
        var writer = new JsonWriter(1);
        writer.beginArray();
        for (int i = 0; i < 100; i++) {
            writer.value(long1).value(i);
        }
        writer.endArray();

        var read = Json.array(new String(writer.toBytes(), UTF_8));
        assertThat(read.size()).isEqualTo(200);
        assertThat(read.values().get(198)).isEqualTo(new JsonString(long1));
    }

    @Test
    void a_long_answer_goes_out_in_pieces() throws IOException {
        var out = new ByteArrayOutputStream();
        var writer = new JsonWriter();
        writer.beginArray().value(1);
        writer.writeTo(out);
        assertThat(writer.size()).isZero();
        writer.value(2).endArray();
        assertThat(writer.size()).isEqualTo(3);
        writer.writeTo(out);

        assertThat(out.toString(UTF_8)).isEqualTo("[1,2]");
    }

    @Test
    void a_lone_surrogate_is_refused() {
        assertThatThrownBy(() -> new JsonWriter().value("\ud800")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String written(Consumer<JsonWriter> writing) {
        var writer = new JsonWriter();
        writing.accept(writer);
        return new String(writer.toBytes(), UTF_8);
    }
}
