package org.hirundo.domain.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonParserTest {

    @Test
    void all_kinds_of_values_are_read() {
        var json = " {\"a\" : [ 1 , -2.5e3, \"x\", true,\tfalse,\r\nnull ], \"b\":{} , \"c\":[]} ";

        assertThat(JsonParser.parse(json))
                .isEqualTo(JsonObject.builder()
                        .put(
                                "a",
                                JsonArray.of(
                                        new JsonInteger(1),
                                        new JsonDecimal(new BigDecimal("-2.5e3")),
                                        new JsonString("x"),
                                        JsonBoolean.TRUE,
                                        JsonBoolean.FALSE,
                                        JsonNull.NULL))
                        .put("b", JsonObject.EMPTY)
                        .put("c", JsonArray.EMPTY)
                        .build());
    }

    @Test
    void members_keep_their_order() {
        var object = JsonParser.parseObject("{\"b\":1,\"a\":2,\"c\":3}".getBytes(UTF_8));

        assertThat(object.names()).containsExactly("b", "a", "c");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "7, 7",
        "-1, -1",
        "999999999999999999, 999999999999999999",
        "9007199254740993, 9007199254740993",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808",
    })
    void integers_of_64_bits_are_integers(String written, long value) {
        assertThat(JsonParser.parse(written)).isEqualTo(new JsonInteger(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.0", "-0.0", "1e10", "1E+2", "0e0", "2.50e-7", "9223372036854775808", "-9223372036854775809"})
    void other_numbers_are_decimals_as_they_are_written(String written) {
        assertThat(JsonParser.parse(written)).isEqualTo(new JsonDecimal(new BigDecimal(written)));
    }

    @Test
    void an_exponent_may_have_zeros_before_it() {
        assertThat(JsonParser.parse("1e00000007")).isEqualTo(new JsonDecimal(new BigDecimal("1e7")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000", "1e-1000", "1e999999999999", "0e1000"})
    void exponents_of_four_digits_are_too_large(String written) {
        assertMalformed(written, 0);
    }

    @Test
    void a_number_has_at_most_512_characters() {
        assertThat(JsonParser.parse("1".repeat(512))).isInstanceOf(JsonDecimal.class);
        assertMalformed("1".repeat(513), 0);
        assertMalformed("-0." + "1".repeat(510), 0);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\"\"`, ``",
                "`\"abc\"`, `abc`",
                "`\"\\\"\\\\\\/\"`, `\"\\/`",
                "`\"\\u00e9\"`, `é`",
                "`\"\\u65E5本\"`, `日本`",
                "`\"a\\uD83D\\ude00b\"`, `a😀b`",
                "`\"😀\"`, `😀`",
                "`\"\u007f\"`, `\u007f`",
            })
    void strings_are_read(String written, String value) {
        assertThat(JsonParser.parse(written)).isEqualTo(new JsonString(value));
    }

    @Test
    void every_escape_stands_for_its_character() {
        assertThat(JsonParser.parse("\"\\b\\f\\n\\r\\t\\u0000\\u001F\""))
                .isEqualTo(new JsonString("\b\f\n\r\t\u0000\u001f"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``| 0",
                "` `| 1",
                "`nul`| 0",
                "`nulL`| 0",
                "`True`| 0",
                "`NaN`| 0",
                "`Infinity`| 0",
                "`+1`| 0",
                "`.5`| 0",
                "`01`| 0",
                "`-01`| 1",
                "`-`| 1",
                "`1.`| 2",
                "`1.e1`| 2",
                "`1e`| 2",
                "`1e+`| 3",
                "`0x1`| 1",
                "`1 2`| 2",
                "`[]]`| 2",
                "`[1,]`| 3",
                "`[,1]`| 1",
                "`[1 2]`| 3",
                "`[1`| 2",
                "`[`| 1",
                "`]`| 0",
                "`{`| 1",
                "`{\"a\"}`| 4",
                "`{\"a\":}`| 5",
                "`{\"a\":1`| 6",
                "`{\"a\":1,}`| 7",
                "`{a:1}`| 1",
                "`{'a':1}`| 1",
                "`{1:1}`| 1",
                "`{\"a\":1 \"b\":2}`| 7",
                "`[1}`| 2",
                "`{\"a\":1]`| 6",
                "`\"abc`| 4",
                "`\"abc\\`| 5",
                "`\"\\x\"`| 2",
                "`\"\\u12\"`| 5",
                "`\"\\u12g4\"`| 5",
                "`\"\\u12`| 5",
                "`'a'`| 0",
                "`[1]/*c*/`| 3",
                "`// c`| 0",
            })
    void what_is_not_json_is_malformed_at_a_byte(String text, int offset) {
        assertMalformed(text, offset);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 13, 31})
    void control_characters_do_not_stand_in_strings(int control) {
        assertMalformed("\"a" + (char) control + "\"", 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u2028", "\u000b", "\f", "\ufeff"})
    void only_four_characters_are_white_space(String space) {
        assertMalformed(space + "1", 0);
    }

    @Test
    @Tag("easily-missed-29")
    void no_name_comes_twice() {
        assertMalformed("{\"a\":1,\"b\":2,\"a\":3}", 13);
        assertMalformed("{\"a\":null,\"\\u0061\":null}", 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud800\"",
                "\"\\udc00\"",
                "\"\\ud800x\"",
                "\"\\ud800\\n\"",
                "\"\\ud800\\ud800\"",
                "\"\\udc00\\ud800\""
            })
    void lone_surrogates_are_no_characters(String text) {
        assertMalformed(text, 1);
    }

    @Test
    void text_with_a_lone_surrogate_is_malformed_where_it_is() {
        assertMalformed("\"é\ud800\"", 3);
        assertMalformed("\"\udc00\"", 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "bf",
                "c0 80",
                "c1 bf",
                "c3",
                "c3 28",
                "e0 9f bf",
                "e2 82",
                "e2 28 a1",
                "e2 82 28",
                "ed a0 80",
                "ed bf bf",
                "f0 8f bf bf",
                "f0 9f 98",
                "f0 28 8c bc",
                "f0 90 28 bc",
                "f0 90 8c 28",
                "f4 90 80 80",
                "f5 80 80 80",
                "fe",
                "ff",
            })
    void what_is_not_utf_8_is_malformed(String hex) {
        var inside = HexFormat.of().parseHex(hex.replace(" ", ""));
        var plain = new JsonBuffer(16);
        plain.write('"');
        plain.write(inside, 0, inside.length);
        plain.write('"');
        var afterEscape = new JsonBuffer(16);
        afterEscape.writeAscii("\"\\n");
        afterEscape.write(inside, 0, inside.length);
        afterEscape.write('"');

        assertThatThrownBy(() -> JsonParser.parse(plain.toBytes())).isInstanceOf(MalformedJson.class);
        assertThatThrownBy(() -> JsonParser.parse(afterEscape.toBytes())).isInstanceOf(MalformedJson.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0080", "\u07ff", "\u0800", "\ud7ff", "\ue000", "\uffff", "\ud800\udc00", "\udbff\udfff"})
    void the_edges_of_utf_8_are_characters(String character) {
        assertThat(JsonParser.parse("\"" + character + "\"")).isEqualTo(new JsonString(character));
        assertThat(JsonParser.parse("\"\\n" + character + "\"")).isEqualTo(new JsonString("\n" + character));
    }

    @Test
    void values_nest_128_deep() {
        assertThat(JsonParser.parse("[".repeat(128) + "]".repeat(128))).isInstanceOf(JsonArray.class);
        assertMalformed("[".repeat(129) + "]".repeat(129), 128);
        assertMalformed("{\"a\":".repeat(100_000), 5 * 128);
    }

    @Test
    void siblings_do_not_nest() {
        var siblings = "[" + "[[]],{\"a\":{}},".repeat(200) + "[]]";

        assertThat(JsonParser.parse(siblings)).isInstanceOf(JsonArray.class);
    }

    @Test
    void an_object_is_asked_for() {
        assertThat(JsonParser.parseObject("{}".getBytes(UTF_8))).isEqualTo(JsonObject.EMPTY);
        assertThatThrownBy(() -> JsonParser.parseObject("[]".getBytes(UTF_8)))
                .isInstanceOf(MalformedJson.class)
                .hasMessage("No object at byte 0");
    }

    @Test
    void a_part_of_the_bytes_is_read_and_nothing_beyond_it() {
        var bytes = "xx{\"a\":12}34".getBytes(UTF_8);

        assertThat(JsonParser.parseObject(bytes, 2, 10)).isEqualTo(JsonObject.EMPTY.with("a", 12));
        assertThat(JsonParser.parse(bytes, 7, 8)).isEqualTo(new JsonInteger(1));
        assertThatThrownBy(() -> JsonParser.parse(bytes, 2, 9)).isInstanceOf(MalformedJson.class);
        assertThatThrownBy(() -> JsonParser.parse(bytes, 3, 5)).isInstanceOf(MalformedJson.class);
    }

    private static void assertMalformed(String text, int offset) {
        var malformed = catchThrowableOfType(MalformedJson.class, () -> JsonParser.parse(text));

        assertThat(malformed).as(text).isNotNull();
        assertThat(malformed.offset()).as(malformed.getMessage()).isEqualTo(offset);
        assertThat(malformed).hasMessageEndingWith(" at byte " + offset);
    }
}
