package org.hirundo.domain.auth;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;

/**
 * The keys of a third-party invite that have signed for somebody.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#mroomthird_party_invite">m.room.third_party_invite</a>
 */
public final class ThirdPartyKeys {

    /** An identity server has two keys; whoever lists more has them asked for no more than this. */
    private static final int MAX_KEYS = 10;

    /**
     * A key.
     *
     * @param publicKey as the event has it
     * @param validity where to ask whether it is still good; empty when it is good for ever
     */
    public record Key(String publicKey, Optional<String> validity) {}

    private ThirdPartyKeys() {}

    /**
     * Those that have made one of the signatures.
     *
     * @param invite the content of the invite
     * @param signed what an identity server has signed
     */
    public static List<Key> thatSigned(JsonObject invite, JsonObject signed) {
        var signatures = ThirdPartySignatures.of(signed);
        return Stream.concat(
                        Stream.of(invite), invite.array("public_keys").stream().flatMap(JsonArray::objectsIn))
                .filter(entry ->
                        signatures.verifiedByAny(ThirdPartySignatures.publicKeys(entry.without("public_keys"))))
                .map(entry -> new Key(entry.string("public_key").orElseThrow(), entry.string("key_validity_url")))
                .limit(MAX_KEYS)
                .toList();
    }
}
