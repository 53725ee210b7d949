package org.hirundo.application.appservice.transaction;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.hirundo.application.port.appservice.AppserviceGateway;
import org.hirundo.application.port.appservice.ServiceFailure;
import org.hirundo.application.request.Body;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.Forbidden;
import org.hirundo.domain.error.MatrixException;
import org.hirundo.domain.error.ServiceBadStatus;
import org.hirundo.domain.error.ServiceTimedOut;
import org.hirundo.domain.error.ServiceUnreachable;
import org.hirundo.domain.error.UrlNotSet;
import org.hirundo.domain.json.JsonObject;

/**
 * An application service finds out whether the server reaches it. When it does, what waits for the service is sent at once.
 *
 * @see <a href="https://spec.matrix.org/v1.19/application-service-api/#pinging">Pinging</a>
 */
@Singleton
public final class PingService {

    private final AppserviceGateway gateway;
    private final ServiceTransactions transactions;

    @Inject
    public PingService(AppserviceGateway gateway, ServiceTransactions transactions) {
        this.gateway = gateway;
        this.transactions = transactions;
    }

    /**
     * Pings the service.
     *
     * @return how long its answer took
     * @throws Forbidden when it is not this service that asks
     * @throws UrlNotSet when it is not to be called
     * @throws ServiceBadStatus when it answers that something is wrong
     * @throws ServiceTimedOut when it does not answer in time
     * @throws ServiceUnreachable when it cannot be reached
     */
    public Duration ping(Requester requester, String id, JsonObject request) {
        var service = requester
                .askingService()
                .filter(asking -> asking.id().equals(id))
                .orElseThrow(() -> new Forbidden("The access token is not the as_token of this application service"));
        if (service.url().isEmpty()) {
            throw new UrlNotSet("The registration of the application service has no URL");
        }
        Optional<String> transaction = new Body(request).string("transaction_id");
        long start = System.nanoTime();
        try {
            gateway.ping(service, transaction);
        } catch (ServiceFailure failure) {
            throw refusal(failure);
        }
        var took = Duration.ofNanos(System.nanoTime() - start);
        transactions.resume(id);
        return took;
    }

    private static MatrixException refusal(ServiceFailure failure) {
        return failure.refusal()
                .<MatrixException>map(refusal -> new ServiceBadStatus(refusal.status(), refusal.text()))
                .orElseGet(() -> failure.isTimeout()
                        ? new ServiceTimedOut("The application service did not answer in time")
                        : new ServiceUnreachable("The application service could not be reached"));
    }
}
