package org.hirundo.domain.profile;

import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;

/**
 * Which fields of their profiles users may change; the others are the server's.
 *
 * @param enabled whether they may change any
 * @param allowed when present, they may change these alone, and {@code disallowed} means nothing
 * @param disallowed when present, they may not change these
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#mprofile_fields-capability">m.profile_fields</a>
 */
public record ProfileFieldsPolicy(
        boolean enabled, Optional<Set<ProfileField>> allowed, Optional<Set<ProfileField>> disallowed) {

    /** Users may change everything. */
    public static final ProfileFieldsPolicy FREE = new ProfileFieldsPolicy(true, Optional.empty(), Optional.empty());

    public ProfileFieldsPolicy {
        allowed = allowed.map(Set::copyOf);
        disallowed = disallowed.map(Set::copyOf);
    }

    /** Whether users may change the field. */
    public boolean permits(ProfileField field) {
        return enabled
                && allowed.map(fields -> fields.contains(field))
                        .or(() -> disallowed.map(fields -> !fields.contains(field)))
                        .orElse(true);
    }

    /**
     * Refuses a change of a field that is the server's.
     *
     * @throws Forbidden when users may not change the field
     */
    public void check(ProfileField field) {
        if (!permits(field)) {
            throw new Forbidden("Profile modification is not permitted.");
        }
    }

    /** The value of the capability {@code m.profile_fields}. */
    public JsonObject toJson() {
        var json = JsonObject.builder().put("enabled", enabled);
        allowed.ifPresent(fields -> json.put("allowed", names(fields)));
        disallowed.ifPresent(fields -> json.put("disallowed", names(fields)));
        return json.build();
    }

    private static JsonArray names(Set<ProfileField> fields) {
        return JsonArray.ofStrings(
                fields.stream().map(ProfileField::name).sorted().toList());
    }
}
