package org.hirundo.application.appservice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import org.hirundo.application.config.Appservices;
import org.hirundo.application.port.account.AccountStore;
import org.hirundo.application.port.appservice.AppserviceGateway;
import org.hirundo.application.port.appservice.ServiceFailure;
import org.hirundo.domain.appservice.Registration;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.UserId;

/**
 * Asks application services for what belongs to them. A service that fails has nothing to say: whoever waits for the answer is told
 * what they would be told without it.
 */
@Singleton
public final class ServiceQueries {

    private static final System.Logger LOG = System.getLogger(ServiceQueries.class.getName());

    private final Appservices services;
    private final AppserviceGateway gateway;
    private final AccountStore accounts;

    /** What one service is asked. */
    @FunctionalInterface
    interface Question<T> {

        /** Asks. */
        Optional<T> ask(Registration service) throws ServiceFailure;
    }

    @Inject
    public ServiceQueries(Appservices services, AppserviceGateway gateway, AccountStore accounts) {
        this.services = services;
        this.gateway = gateway;
        this.accounts = accounts;
    }

    /** Lets services make the user, if the user is in their namespaces and has no account yet. */
    public void seek(UserId user) {
        if (services.owner(user).isPresent() && accounts.find(user).isEmpty()) {
            ask(service -> service.covers(user), service -> known(gateway.hasUser(service, user)));
        }
    }

    /** Lets services make the alias, which is not there yet, if it is in their namespaces; whether one says that it has. */
    public boolean seek(RoomAlias alias) {
        return !ask(service -> service.covers(alias), service -> known(gateway.hasAlias(service, alias)))
                .isEmpty();
    }

    private static Optional<Boolean> known(boolean known) {
        return Optional.of(known).filter(yes -> yes);
    }

    /** What those services answer that can be called and are meant, all asked at once; in the order of their registrations. */
    <T> List<T> ask(Predicate<Registration> meant, Question<T> question) {
        var asked = new ArrayList<FutureTask<Optional<T>>>();
        for (var service : services.all()) {
            if (service.url().isPresent() && meant.test(service)) {
                var answer = new FutureTask<>(() -> ask(service, question));
                Thread.ofVirtual().name("ask " + service).start(answer);
                asked.add(answer);
            }
        }
        return asked.stream().flatMap(answer -> await(answer).stream()).toList();
    }

    private static <T> Optional<T> ask(Registration service, Question<T> question) {
        try {
            return question.ask(service);
        } catch (ServiceFailure failure) {
            LOG.log(System.Logger.Level.INFO, () -> "The " + service + " was asked in vain: " + failure.getMessage());
            return Optional.empty();
        }
    }

    /** How long that takes, the gateway bounds. */
    private static <T> Optional<T> await(FutureTask<Optional<T>> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A service could not be asked", e.getCause());
        }
    }
}
