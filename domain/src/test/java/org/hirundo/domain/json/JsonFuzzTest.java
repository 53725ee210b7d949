package org.hirundo.domain.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Documents that are valid or nearly so, read here and by Jackson: both take the same ones and read the same of them, but
 * for the differences that {@link JsonParser} names. Nothing but its own error ever escapes.
 */
class JsonFuzzTest {

    private static final int DOCUMENTS_PER_SEED = 8_000;

    private static final List<byte[]> VALID = List.of(
            bytes(
                    "{\"auth_events\":[\"$a\",\"$b\"],\"content\":{\"body\":\"héllo 😀\",\"msgtype\":\"m.text\"},\"depth\":12,"
                            + "\"hashes\":{\"sha256\":\"abc\"},\"origin_server_ts\":1404838188000,\"sender\":\"@a:b\"}"),
            bytes("[1,-2,3.5,1e10,-0,0.001E-3,9223372036854775807,123456789012345678901234567890]"),
            bytes(
                    " { \"a\" : [ true , false , null , { } , [ ] , \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\ud83d\\ude00\" ] } "),
            bytes("\"日本語\\u65e5\""),
            bytes("{\"a\":1,\"b\":[],\"c\":{\"a\":2,\"b\":3}}"),
            bytes("[[[[[[[[[[[[[[[[{\"x\":[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]}]]]]]]]]]]]]]]]]"));

    private static final ObjectMapper JACKSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(100_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void both_parsers_agree(long seed) {
        var random = new SplittableRandom(seed);
        var mutations = new Mutations(random);
        int taken = 0;
        for (int i = 0; i < DOCUMENTS_PER_SEED; i++) {
            var document = mutations.mutate(VALID.get(random.nextInt(VALID.size())));
            if (agree(document)) {
                taken++;
            }
        }
        // Without enough of either kind the comparison would say little.
        assertThat(taken).isBetween(DOCUMENTS_PER_SEED / 20, DOCUMENTS_PER_SEED / 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void noise_is_malformed_and_no_more(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < DOCUMENTS_PER_SEED; i++) {
            var noise = new byte[random.nextInt(1, 40)];
            random.nextBytes(noise);
            agree(noise);
        }
    }

    private static boolean agree(byte[] document) {
        try {
            var ours = JsonParser.parse(document);
            assertThat(jackson(document)).as(shown(document)).contains(ours);
            assertCanonicalIsStable(ours);
            return true;
        } catch (MalformedJson malformed) {
            if (!isStricterOnPurpose(malformed, document)) {
                assertThat(jackson(document))
                        .as(() -> shown(document) + ": " + malformed.getMessage())
                        .isEmpty();
            }
            return false;
        }
    }

    private static void assertCanonicalIsStable(JsonValue value) {
        var canonical = CanonicalJson.lenient().bytes(value);

        assertThat(CanonicalJson.lenient().bytes(JsonParser.parse(canonical))).isEqualTo(canonical);
    }

    private static boolean isStricterOnPurpose(MalformedJson malformed, byte[] document) {
        var reason = malformed.getMessage();
        return reason.startsWith("Lone surrogate")
                || reason.startsWith("Nested too deep")
                || reason.startsWith("The exponent of a number is too large")
                || reason.startsWith("A number is too long")
                || new String(document, UTF_8).startsWith("\ufeff");
    }

    /** What Jackson reads, given the characters: about UTF-8 the platform is stricter than Jackson. */
    private static Optional<JsonValue> jackson(byte[] document) {
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
            var node = JACKSON.readTree(text);
            return node.isMissingNode() ? Optional.empty() : Optional.of(value(node));
        } catch (CharacterCodingException | JacksonException malformed) {
            return Optional.empty();
        }
    }

    private static JsonValue value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                var object = JsonObject.builder();
                node.properties().forEach(member -> object.put(member.getKey(), value(member.getValue())));
                yield object.build();
            }
            case ARRAY ->
                new JsonArray(node.valueStream().map(JsonFuzzTest::value).toList());
            case STRING -> new JsonString(node.asText());
            case BOOLEAN -> JsonBoolean.of(node.booleanValue());
            case NULL -> JsonNull.NULL;
            case NUMBER ->
                node.isIntegralNumber() && node.canConvertToLong()
                        ? new JsonInteger(node.longValue())
                        : new JsonDecimal(node.decimalValue());
            case BINARY, MISSING, POJO -> throw new IllegalStateException("Not JSON: " + node);
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String shown(byte[] document) {
        return new String(document, UTF_8);
    }
}
