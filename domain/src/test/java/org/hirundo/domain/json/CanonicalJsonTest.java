package org.hirundo.domain.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    /** The examples of the appendices, "Canonical JSON", but for the last. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{}`| `{}`",
                "`{\n    \"one\": 1,\n    \"two\": \"Two\"\n}`| `{\"one\":1,\"two\":\"Two\"}`",
                "`{\n    \"b\": \"2\",\n    \"a\": \"1\"\n}`| `{\"a\":\"1\",\"b\":\"2\"}`",
                "`{\"b\":\"2\",\"a\":\"1\"}`| `{\"a\":\"1\",\"b\":\"2\"}`",
                "`{\n    \"a\": \"日本語\"\n}`| `{\"a\":\"日本語\"}`",
                "`{\n    \"本\": 2,\n    \"日\": 1\n}`| `{\"日\":1,\"本\":2}`",
                "`{\n    \"a\": \"\\u65E5\"\n}`| `{\"a\":\"日\"}`",
                "`{\n    \"a\": null\n}`| `{\"a\":null}`",
            })
    void the_specifications_examples_come_out(String text, String canonical) {
        assertThat(CanonicalJson.strict().text(JsonParser.parse(text))).isEqualTo(canonical);
        assertThat(CanonicalJson.lenient().text(JsonParser.parse(text))).isEqualTo(canonical);
    }

    @Test
    void the_specifications_nested_example_comes_out() {
        var profile = Json.object("""
                {
                    "auth": {
                        "success": true,
                        "mxid": "@john.doe:example.com",
                        "profile": {
                            "display_name": "John Doe",
                            "three_pids": [
                                {"medium": "email", "address": "john.doe@example.org"},
                                {"medium": "msisdn", "address": "123456789"}
                            ]
                        }
                    }
                }""");

        assertThat(CanonicalJson.strict().text(profile))
                .isEqualTo("{\"auth\":{\"mxid\":\"@john.doe:example.com\",\"profile\":{\"display_name\":\"John Doe\","
                        + "\"three_pids\":[{\"address\":\"john.doe@example.org\",\"medium\":\"email\"},"
                        + "{\"address\":\"123456789\",\"medium\":\"msisdn\"}]},\"success\":true}}");
    }

    @Test
    void the_specifications_example_of_numbers_comes_out_where_numbers_are_free() {
        assertThat(CanonicalJson.lenient().text(Json.object("{\"a\": -0, \"b\": 1e10}")))
                .isEqualTo("{\"a\":0,\"b\":10000000000}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e10", "1.0", "0.5", "9007199254740992", "-9007199254740992", "9223372036854775808"})
    @Tag("easily-missed-29")
    void where_it_is_enforced_there_are_but_integers_of_53_bits(String number) {
        var array = Json.array("[[" + number + "]]");

        assertThatThrownBy(() -> CanonicalJson.strict().bytes(array)).isInstanceOf(NotCanonical.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "9007199254740991", "-9007199254740991"})
    void the_largest_integers_are_canonical(String number) {
        assertThat(CanonicalJson.strict().text(JsonParser.parse(number))).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808",
        "123456789012345678901234567890, 123456789012345678901234567890",
        "50.57, 50.57",
        "1.0, 1.0",
        "10000000000.0, 10000000000.0",
        "-2.50, -2.50",
        "1.5e3, 1500",
        "1e15, 1000000000000000",
        "1e16, 1e+16",
        "-1.50e22, -1.5e+22",
        "1E300, 1e+300",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "12.5e-9, 1.25e-08",
        "1e-100, 1e-100",
        "0e5, 0",
        "0.0, 0.0",
    })
    void decimals_have_one_form(String written, String canonical) {
        var number = JsonParser.parse(written);

        assertThat(CanonicalJson.lenient().text(number)).isEqualTo(canonical);
        assertThat(CanonicalJson.lenient().text(JsonParser.parse(canonical))).isEqualTo(canonical);
    }

    @Test
    void strings_have_their_shortest_form() {
        var all = new StringBuilder();
        for (char unit = 0; unit < 0x80; unit++) {
            all.append(unit);
        }

        assertThat(CanonicalJson.strict().text(new JsonString(all.toString())))
                .isEqualTo(
                        "\"\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\b\\t\\n\\u000b\\f\\r\\u000e\\u000f"
                                + "\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019\\u001a\\u001b\\u001c"
                                + "\\u001d\\u001e\\u001f !\\\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\\\]^_`"
                                + "abcdefghijklmnopqrstuvwxyz{|}~\u007f\"");
    }

    @Test
    void names_are_sorted_by_code_points_and_not_by_utf_16() {
        var object = Json.object("{\"\ud800\udc00\":1,\"\uffff\":2,\"\ue000\":3,\"a\":4,\"aa\":5,\"A\":6,\"\":7}");

        assertThat(CanonicalJson.strict().text(object))
                .isEqualTo("{\"\":7,\"A\":6,\"a\":4,\"aa\":5,\"\ue000\":3,\"\uffff\":2,\"\ud800\udc00\":1}");
    }

    @Test
    void a_string_without_a_utf_8_form_is_refused() {
        assertThatThrownBy(() -> CanonicalJson.lenient().bytes(new JsonString("a\ud800")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.lenient().bytes(new JsonString("\udc00a")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
