package org.hirundo.domain.room;

import java.util.Locale;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.json.JsonObject;

/**
 * Whom somebody invites of whom they know an e-mail address or a telephone number.
 *
 * @param identityServer who is asked whose the address is
 * @param accessToken what the inviter's client has got from the identity server
 * @param medium the kind of address
 * @param address as it is compared
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#third-party-invites">Third-party invites</a>
 */
public record ThreepidInvite(ServerName identityServer, String accessToken, String medium, String address) {

    private static final int MAX_LENGTH = 500;

    /**
     * Reads what a client sends.
     *
     * @throws MissingParam when something is missing
     * @throws InvalidParam when the identity server has no name of a server, or something else is too long or of the wrong type
     */
    public static ThreepidInvite parse(JsonObject json) {
        var server = required(json, "id_server");
        var medium = required(json, "medium");
        return new ThreepidInvite(
                ServerName.find(server).orElseThrow(() -> new InvalidParam("Not the name of a server: " + server)),
                required(json, "id_access_token"),
                medium,
                canonical(medium, required(json, "address")));
    }

    private static String required(JsonObject json, String name) {
        if (!json.has(name)) {
            throw new MissingParam(name + " is missing");
        }
        return json.string(name)
                .filter(text -> !text.isEmpty() && text.length() <= MAX_LENGTH)
                .filter(text -> text.chars().noneMatch(Character::isISOControl))
                .orElseThrow(() -> new InvalidParam(name + " is a string of 1 to " + MAX_LENGTH + " characters"));
    }

    /** Whoever asks for an address must write it like everybody, for it is the hash that is compared. */
    private static String canonical(String medium, String address) {
        return medium.equals("email") ? address.toLowerCase(Locale.ROOT) : address;
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return medium + " at " + identityServer;
    }
}
