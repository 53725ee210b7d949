package org.hirundo.application.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hirundo.application.config.Identity;
import org.hirundo.application.port.threepid.Threepid;
import org.hirundo.application.port.threepid.ThreepidStore;
import org.hirundo.application.request.Body;
import org.hirundo.domain.account.Username;
import org.hirundo.domain.error.MissingParam;
import org.hirundo.domain.error.Unknown;
import org.hirundo.domain.id.EmailAddress;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * Whom a client says it acts for, in {@code identifier} or in the members that older clients use.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#identifier-types">Identifier types</a>
 */
@Singleton
public final class UserIdentifier {

    private final Identity identity;
    private final ThreepidStore threepids;

    @Inject
    UserIdentifier(Identity identity, ThreepidStore threepids) {
        this.identity = identity;
        this.threepids = threepids;
    }

    /**
     * The user that is meant, of whom there need be no account. Telephone numbers are understood, but none belongs to anybody here.
     *
     * @return empty when it can be nobody
     * @throws MissingParam when nobody is said
     * @throws Unknown when the type of the identifier is not known
     */
    public Optional<UserId> read(JsonObject json) {
        var body = new Body(json);
        var identifier = body.object("identifier").map(Body::new);
        if (identifier.isEmpty()) {
            return older(body);
        }
        return switch (identifier.get().string("type").orElse("m.id.thirdparty")) {
            case "m.id.user" -> Username.signIn(identifier.get().requiredString("user"), identity.server());
            case "m.id.thirdparty" -> owner(identifier.get());
            case "m.id.phone" -> Optional.empty();
            default -> throw new Unknown("Unknown login identifier type");
        };
    }

    private Optional<UserId> older(Body body) {
        var user = body.string("user");
        if (user.isPresent()) {
            return Username.signIn(user.get(), identity.server());
        }
        if (body.string("medium").isEmpty()) {
            throw new MissingParam("identifier is missing");
        }
        return owner(body);
    }

    private Optional<UserId> owner(Body body) {
        var address = body.string("address").flatMap(EmailAddress::find);
        return body.string("medium")
                .filter(Threepid.MEDIUM::equals)
                .flatMap(_ -> address.map(found -> threepids.owner(found).orElseGet(() -> nobody(found))));
    }

    /**
     * A user id that nobody can get. Whoever guesses the password of an address that no account has is treated like one who guesses
     * that of an account, takes as long, and runs into the same limits: so nobody learns which addresses accounts have.
     */
    private UserId nobody(EmailAddress address) {
        return new UserId(address.toString(), identity.server());
    }
}
