package org.hirundo.domain.json;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** What holds for all JSON. The edges are in the tests of examples. */
@PropertyDefaults(tries = 300, edgeCases = EdgeCasesMode.NONE)
class JsonProperties {

    @Property
    void what_is_written_is_read_again(@ForAll("canonicalValues") JsonValue value) {
        var written = new JsonWriter().value(value).toBytes();

        assertThat(JsonParser.parse(written)).isEqualTo(value);
    }

    @Property
    void decimals_keep_their_value(@ForAll("values") JsonValue value) {
        var written = new JsonWriter().value(value).toBytes();

        assertThat(CanonicalJson.lenient().text(JsonParser.parse(written)))
                .isEqualTo(CanonicalJson.lenient().text(value));
    }

    @Property
    void what_is_written_canonically_is_read_again(@ForAll("canonicalValues") JsonValue value) {
        assertThat(JsonParser.parse(CanonicalJson.strict().bytes(value))).isEqualTo(value);
    }

    @Property
    void the_canonical_form_of_the_canonical_form_is_itself(@ForAll("values") JsonValue value) {
        var canonical = CanonicalJson.lenient().text(value);

        assertThat(CanonicalJson.lenient().text(JsonParser.parse(canonical))).isEqualTo(canonical);
    }

    @Property
    void strict_and_lenient_agree_where_both_speak(@ForAll("canonicalValues") JsonValue value) {
        assertThat(CanonicalJson.strict().bytes(value))
                .isEqualTo(CanonicalJson.lenient().bytes(value));
    }

    @Property
    void members_are_where_they_are_said_to_be(@ForAll("objects") JsonObject object) {
        var written = new JsonWriter().value(object).toBytes();
        var members = JsonMembers.of(written);

        object.members()
                .forEach((name, value) -> assertThat(JsonParser.parse(written, members.from(name), members.to(name)))
                        .isEqualTo(value));
    }

    @Provide
    Arbitrary<JsonValue> values() {
        return JsonValues.any();
    }

    @Provide
    Arbitrary<JsonValue> canonicalValues() {
        return JsonValues.canonical();
    }

    @Provide
    Arbitrary<JsonObject> objects() {
        return JsonValues.objects();
    }
}
