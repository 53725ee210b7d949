package org.hirundo.application.port.appservice;

import java.util.Optional;
import org.hirundo.domain.appservice.Registration;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;

/**
 * Speaks to application services, those that have a URL.
 *
 * @see <a href="https://spec.matrix.org/v1.19/application-service-api/#homeserver---application-service-api">Homeserver →
 *     Application Service API</a>
 */
public interface AppserviceGateway {

    /**
     * Hands a transaction to the service.
     *
     * @throws ServiceFailure when it is not known that the service has it
     */
    void deliver(Registration service, String transaction, JsonObject body) throws ServiceFailure;

    /**
     * Pings the service.
     *
     * @param transaction what the service can know the ping by
     * @throws ServiceFailure when the service does not answer that it is well
     */
    void ping(Registration service, Optional<String> transaction) throws ServiceFailure;

    /**
     * Whether the service knows the user, whom it has made then.
     *
     * @throws ServiceFailure when it does not say
     */
    boolean hasUser(Registration service, UserId user) throws ServiceFailure;

    /**
     * Whether the service knows the alias, which it has made then.
     *
     * @throws ServiceFailure when it does not say
     */
    boolean hasAlias(Registration service, RoomAlias alias) throws ServiceFailure;

    /**
     * What the service says of a protocol; empty when it does not know it.
     *
     * @throws ServiceFailure when it does not say
     */
    Optional<JsonObject> protocol(Registration service, String protocol) throws ServiceFailure;

    /**
     * What the service finds; nothing when it finds nothing.
     *
     * @throws ServiceFailure when it does not say
     */
    JsonArray lookUp(Registration service, ThirdPartyLookup lookup) throws ServiceFailure;

    /**
     * One-time keys that the service has of devices of its users; empty when it does not know the question.
     *
     * @param wanted names of algorithms by user and device, one for each key
     * @throws ServiceFailure when it does not say
     * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/3983">MSC3983</a>
     */
    Optional<JsonObject> claimKeys(Registration service, JsonObject wanted) throws ServiceFailure;

    /**
     * The published keys that the service has of its users and their devices; empty when it does not know the question.
     *
     * @param wanted ids of devices by user; none for all of them
     * @throws ServiceFailure when it does not say
     * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/3984">MSC3984</a>
     */
    Optional<JsonObject> queryKeys(Registration service, JsonObject wanted) throws ServiceFailure;
}
