package org.hirundo.domain.profile;

import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.error.ProfileTooLarge;
import org.hirundo.domain.json.CanonicalJson;
import org.hirundo.domain.json.JsonObject;

/** How profiles change. A profile is an object of fields by name; it is less than 64 KiB of canonical JSON. */
public final class Profiles {

    private static final int TOO_LARGE = 64 * 1024;

    private Profiles() {}

    /**
     * The profile with a field set as a client asks for it.
     *
     * @param body the body of the request, an object with the field and nothing else
     * @throws MissingParam when the body does not have the field
     * @throws BadJson when it has others
     * @throws org.hirundo.domain.error.InvalidParam when the value is none for the field
     * @throws ProfileTooLarge when the profile would be too large
     */
    public static JsonObject set(JsonObject profile, ProfileField field, JsonObject body) {
        var value = body.get(field.name());
        if (value == null) {
            throw new MissingParam("The body has no " + field);
        }
        if (body.members().size() > 1) {
            throw new BadJson("The body has more than " + field);
        }
        if (field.isCleared(value)) {
            return remove(profile, field);
        }
        field.check(value);
        var changed = profile.with(field.name(), value);
        if (CanonicalJson.lenient().bytes(changed).length >= TOO_LARGE) {
            throw new ProfileTooLarge("A profile is smaller than 64 KiB");
        }
        return changed;
    }

    /** The profile without the field, whether it had it or not. */
    public static JsonObject remove(JsonObject profile, ProfileField field) {
        return profile.without(field.name());
    }
}
