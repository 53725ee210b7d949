package org.hirundo.domain.appservice;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.account.SecretToken;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * An application service, as administrators registered it.
 *
 * @param id never changes
 * @param url where it is called, without a slash at the end; empty when it does not want to be
 * @param asToken what it shows us
 * @param hsToken what we show it
 * @param sender the user that it is when it does not say who
 * @param rateLimited whether its users are limited as others are; its sender never is
 * @param protocols the third-party networks that it knows
 * @param features what else it wants
 * @see <a href="https://spec.matrix.org/v1.19/application-service-api/#registration">Registration</a>
 */
public record Registration(
        String id,
        Optional<URI> url,
        SecretToken asToken,
        SecretToken hsToken,
        UserId sender,
        Namespaces namespaces,
        boolean rateLimited,
        Set<String> protocols,
        Features features) {

    /**
     * What services want only if they say so.
     *
     * @param ephemeral typing, receipts and presence, and messages to devices of its users
     * @param deviceLists whose devices changed, and what is left of the one-time keys of its users (MSC3202)
     * @param createsDevices whether it has its users' devices by creating them, and never logs in (MSC4190)
     */
    public record Features(boolean ephemeral, boolean deviceLists, boolean createsDevices) {

        /** Nothing else. */
        public static final Features NONE = new Features(false, false, false);
    }

    /** Copies the protocols. */
    public Registration {
        protocols = Set.copyOf(protocols);
    }

    /**
     * Reads a registration.
     *
     * @param file the content of its file
     * @param server the name of this server
     * @throws MalformedRegistration with all that is wrong with it
     */
    public static Registration parse(JsonObject file, ServerName server) throws MalformedRegistration {
        return new RegistrationReader(file, server).read();
    }

    /** Whether the user is one of the service's own: of this server, and the sender or in a namespace of users. */
    public boolean covers(UserId user) {
        return user.isLocalTo(sender.server())
                && (user.equals(sender) || Namespaces.include(namespaces.users(), user.toString()));
    }

    /** Whether nobody else may be this user. */
    public boolean reserves(UserId user) {
        return user.isLocalTo(sender.server())
                && (user.equals(sender) || Namespaces.reserve(namespaces.users(), user.toString()));
    }

    /** Whether the alias is in a namespace of the service. */
    public boolean covers(RoomAlias alias) {
        return Namespaces.include(namespaces.aliases(), alias.toString());
    }

    /** Whether nobody else may create or delete the alias. */
    public boolean reserves(RoomAlias alias) {
        return Namespaces.reserve(namespaces.aliases(), alias.toString());
    }

    /** Whether all events of the room are for the service. */
    public boolean covers(RoomId room) {
        return Namespaces.include(namespaces.rooms(), room.value());
    }

    /** Whether it can be interested in rooms because of their aliases. */
    public boolean looksAtAliases() {
        return !namespaces.aliases().isEmpty();
    }

    /** What clients call one of the service's networks by, for another service may have one of the same name. */
    public String instanceOf(String network) {
        return id + "|" + network;
    }

    /** The id: what else is in it is not for logs. */
    @Override
    public String toString() {
        return "application service " + id;
    }

    /** Something is wrong with a registration. */
    public static final class MalformedRegistration extends Exception {

        private static final long serialVersionUID = 1L;

        private final List<String> mistakes;

        MalformedRegistration(List<String> mistakes) {
            super(String.join("; ", mistakes));
            this.mistakes = List.copyOf(mistakes);
        }

        /** What is wrong, each beginning with the member that it is about. */
        public List<String> mistakes() {
            return mistakes;
        }
    }
}
