package org.hirundo.domain.room;

import java.util.List;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.match.Glob;

/**
 * Which servers may take part in a room, as an {@code m.room.server_acl} says. Patterns are held against hosts: neither case nor
 * port makes a difference. What has the wrong type counts as absent. A room without such an event is open to all servers.
 *
 * @param allowIpLiterals whether servers may take part whose host is an IP address
 * @param allow who may take part; nobody when it is empty
 * @param deny who may not, even when they match what is allowed
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#mroomserver_acl">m.room.server_acl</a>
 */
public record ServerAcl(boolean allowIpLiterals, List<Glob> allow, List<Glob> deny) {

    public ServerAcl {
        allow = List.copyOf(allow);
        deny = List.copyOf(deny);
    }

    /** What the event says. */
    public static ServerAcl of(Event acl) {
        var content = acl.content();
        return new ServerAcl(
                content.bool("allow_ip_literals").orElse(true), globs(content, "allow"), globs(content, "deny"));
    }

    private static List<Glob> globs(JsonObject content, String name) {
        return content.array(name)
                .orElse(JsonArray.EMPTY)
                .stringsIn()
                .map(Glob::ignoringCase)
                .toList();
    }

    /** Whether the server may take part in the room. */
    public boolean allows(ServerName server) {
        return (allowIpLiterals || !server.isIpLiteral()) && !matches(deny, server) && matches(allow, server);
    }

    private static boolean matches(List<Glob> globs, ServerName server) {
        return globs.stream().anyMatch(glob -> glob.matches(server.host()));
    }
}
