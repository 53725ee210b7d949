package org.hirundo.application.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.json.CanonicalJson;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonParser;
import org.hirundo.domain.json.MalformedJson;

/**
 * Where a search goes on.
 *
 * @param before only events before this position are considered
 * @param skipped how many of the best of them were shown already
 * @param group the group whose results are wanted alone
 */
record SearchToken(StreamPosition before, int skipped, Optional<Member> group) {

    private static final String BEFORE = "before";
    private static final String SKIPPED = "skipped";

    /** One group of a grouping. */
    record Member(Grouping grouping, String value) {}

    static SearchToken parse(String text) {
        try {
            var json = JsonParser.parseObject(Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.US_ASCII)));
            var before = json.integer(BEFORE);
            long skipped = json.integer(SKIPPED).orElse(0);
            if (before.orElse(-1) < 0 || skipped < 0 || skipped > Integer.MAX_VALUE) {
                throw malformed();
            }
            return new SearchToken(new StreamPosition(before.getAsLong()), (int) skipped, group(json));
        } catch (IllegalArgumentException | MalformedJson malformed) {
            throw malformed();
        }
    }

    private static Optional<Member> group(JsonObject json) {
        for (var grouping : Grouping.values()) {
            var value = json.string(grouping.toString());
            if (value.isPresent()) {
                return Optional.of(new Member(grouping, value.get()));
            }
        }
        return Optional.empty();
    }

    private static InvalidParam malformed() {
        return new InvalidParam("next_batch is not from a search");
    }

    @Override
    public String toString() {
        var json = JsonObject.builder().put(BEFORE, before.value()).put(SKIPPED, skipped);
        group.ifPresent(member -> json.put(member.grouping().toString(), member.value()));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(CanonicalJson.strict().bytes(json.build()));
    }
}
