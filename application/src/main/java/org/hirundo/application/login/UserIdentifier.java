package org.hirundo.application.login;

import java.util.Optional;
import org.hirundo.application.request.Body;
import org.hirundo.domain.account.Username;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.error.Unknown;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * Whom a client says it acts for, in {@code identifier} or in the members that older clients use.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#identifier-types">Identifier types</a>
 */
public final class UserIdentifier {

    private UserIdentifier() {}

    /**
     * The user that is meant. Third-party identifiers are understood, but none belongs to anybody here.
     *
     * @return empty when it can be nobody
     * @throws MissingParam when nobody is said
     * @throws Unknown when the type of the identifier is not known
     */
    public static Optional<UserId> read(JsonObject json, ServerName server) {
        var body = new Body(json);
        var identifier = body.object("identifier").map(Body::new);
        if (identifier.isEmpty()) {
            return older(body, server);
        }
        return switch (identifier.get().string("type").orElse("m.id.thirdparty")) {
            case "m.id.user" -> Username.signIn(identifier.get().requiredString("user"), server);
            case "m.id.thirdparty", "m.id.phone" -> Optional.empty();
            default -> throw new Unknown("Unknown login identifier type");
        };
    }

    private static Optional<UserId> older(Body body, ServerName server) {
        var user = body.string("user");
        if (user.isEmpty() && body.string("medium").isEmpty()) {
            throw new MissingParam("identifier is missing");
        }
        return user.flatMap(name -> Username.signIn(name, server));
    }
}
