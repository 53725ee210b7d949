package org.hirundo.domain.e2ee;

import java.util.Optional;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * What of a published key others may see. Who verified whom is nobody's business but theirs, so signatures on a key are
 * shown to all when its owner made them, and to those who made them.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#key-and-signature-security">Key and signature security</a>
 */
public final class KeyVisibility {

    private static final String SIGNATURES = "signatures";

    private KeyVisibility() {}

    /**
     * The key with the signatures that the viewer may see.
     *
     * @param key of a device or for cross-signing, as the server has it
     * @param owner the user whose key it is
     * @param viewer a user, or empty for another server, which sees what everybody may see
     */
    public static JsonObject shown(JsonObject key, UserId owner, Optional<UserId> viewer) {
        var signatures = key.object(SIGNATURES);
        if (signatures.isEmpty()) {
            return key;
        }
        var visible = JsonObject.builder();
        signatures.get().members().forEach((signer, made) -> {
            if (signer.equals(owner.toString())
                    || viewer.filter(user -> user.toString().equals(signer)).isPresent()) {
                visible.put(signer, made);
            }
        });
        return key.with(SIGNATURES, visible.build());
    }

    /** The keys of a device as queries show them, with the name its user gave it. */
    public static JsonObject shownDevice(
            JsonObject key, UserId owner, Optional<UserId> viewer, Optional<String> displayName) {
        var shown = shown(key, owner, viewer);
        return displayName
                .map(name -> shown.with("unsigned", JsonObject.of("device_display_name", name)))
                .orElse(shown);
    }
}
