package org.hirundo.domain.event;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.MemberContent;
import org.hirundo.domain.room.Membership;

/**
 * Which servers must have signed an event.
 *
 * @param namer whether the server in the event id, which gave it, must
 * @param authoriser whether the server of the member who let a user into a restricted room must
 * @see <a href="https://spec.matrix.org/v1.19/server-server-api/#validating-hashes-and-signatures-on-received-events">
 *     Validating hashes and signatures on received events</a>
 */
public record EventSigners(boolean namer, boolean authoriser) {

    /** Room versions 1 and 2: the sender's server, and the one in the event id. */
    public static final EventSigners V1 = new EventSigners(true, false);

    /** Room versions 3 to 7: the sender's server. */
    public static final EventSigners V3 = new EventSigners(false, false);

    /** From room version 8 on: the server that let a user into a restricted room as well. */
    public static final EventSigners V8 = new EventSigners(false, true);

    /**
     * The servers whose signatures the event needs. That of its sender is not among them for an invite which redeems one
     * to a third-party identifier: another server may be the one that sends it.
     */
    public Set<ServerName> of(Event event) {
        var servers = new LinkedHashSet<ServerName>();
        if (!redeemsThirdPartyInvite(event)) {
            servers.add(event.sender().server());
        }
        if (namer) {
            event.id().server().ifPresent(servers::add);
        }
        if (authoriser) {
            authoriser(event).map(UserId::server).ifPresent(servers::add);
        }
        return servers;
    }

    private static Optional<UserId> authoriser(Event event) {
        return event.isType(EventType.MEMBER)
                ? new MemberContent(event.content()).joinAuthorisedViaUsersServer()
                : Optional.empty();
    }

    private static boolean redeemsThirdPartyInvite(Event event) {
        if (!event.isType(EventType.MEMBER)) {
            return false;
        }
        var content = new MemberContent(event.content());
        return content.membership().equals(Optional.of(Membership.INVITE))
                && content.thirdPartyInvite().isPresent();
    }
}
