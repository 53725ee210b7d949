package org.hirundo.contract.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.hirundo.application.port.appservice.AppserviceGateway;
import org.hirundo.application.port.appservice.ServiceFailure;
import org.hirundo.application.port.appservice.ServiceFailure.Refusal;
import org.hirundo.application.port.appservice.ThirdPartyLookup;
import org.hirundo.domain.appservice.Registration;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.RoomAlias;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;

/** Application services that write down what they are told, and say what the story wants. */
final class FakeBridges implements AppserviceGateway {

    /** What a service got. */
    record Delivery(String transaction, JsonObject body) {

        /** What is in a list of the body. */
        List<JsonObject> list(String name) {
            return body.array(name).orElse(JsonArray.EMPTY).objectsIn().toList();
        }
    }

    private final Map<String, List<Delivery>> attempts = new HashMap<>();
    private final Map<String, List<Delivery>> deliveries = new HashMap<>();
    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final Set<String> forgetful = ConcurrentHashMap.newKeySet();
    private final Map<String, CountDownLatch> slow = new ConcurrentHashMap<>();
    private volatile Consumer<String> asked = id -> {};
    private final List<ThirdPartyLookup> lookups = new ArrayList<>();
    private final Map<String, JsonObject> oneTimeKeys = new ConcurrentHashMap<>();
    private final Map<String, JsonObject> publishedKeys = new ConcurrentHashMap<>();
    private final List<JsonObject> keysAsked = new CopyOnWriteArrayList<>();

    @Override
    public void deliver(Registration service, String transaction, JsonObject body) throws ServiceFailure {
        var delivery = new Delivery(transaction, body);
        note(attempts, service, delivery);
        var latch = slow.get(service.id());
        if (latch != null) {
            await(latch);
        }
        failIfBroken(service);
        note(deliveries, service, delivery);
        if (forgetful.remove(service.id())) {
            throw ServiceFailure.timedOut("The answer got lost", new IllegalStateException("as the story wants"));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void note(Map<String, List<Delivery>> lists, Registration service, Delivery delivery) {
        lists.computeIfAbsent(service.id(), id -> new ArrayList<>()).add(delivery);
        notifyAll();
    }

    /** Waits until the service got the event. */
    synchronized void awaitEvent(Registration service, EventId event) {
        try {
            while (!events(service).contains(event.value())) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void failIfBroken(Registration service) throws ServiceFailure {
        if (broken.contains(service.id())) {
            throw ServiceFailure.refused("A story wants it so", new Refusal(500, "no"));
        }
    }

    @Override
    public void ping(Registration service, Optional<String> transaction) throws ServiceFailure {
        failIfBroken(service);
    }

    @Override
    public boolean hasUser(Registration service, UserId user) throws ServiceFailure {
        return knows(service, user.toString());
    }

    @Override
    public boolean hasAlias(Registration service, RoomAlias alias) throws ServiceFailure {
        return knows(service, alias.toString());
    }

    private boolean knows(Registration service, String id) throws ServiceFailure {
        failIfBroken(service);
        asked.accept(id);
        return !id.contains("nobody");
    }

    @Override
    public Optional<JsonObject> protocol(Registration service, String protocol) throws ServiceFailure {
        failIfBroken(service);
        var instance = JsonObject.of("network_id", "freenode").with("desc", "Freenode");
        return Optional.of(JsonObject.of("icon", "mxc://example.org/irc").with("instances", JsonArray.of(instance)));
    }

    @Override
    public synchronized JsonArray lookUp(Registration service, ThirdPartyLookup lookup) throws ServiceFailure {
        failIfBroken(service);
        lookups.add(lookup);
        return lookup.fields().containsValue("nothing")
                ? JsonArray.EMPTY
                : JsonArray.of(JsonObject.of("protocol", "irc"));
    }

    @Override
    public Optional<JsonObject> claimKeys(Registration service, JsonObject wanted) throws ServiceFailure {
        return answer(service, wanted, oneTimeKeys);
    }

    @Override
    public Optional<JsonObject> queryKeys(Registration service, JsonObject wanted) throws ServiceFailure {
        return answer(service, wanted, publishedKeys);
    }

    private Optional<JsonObject> answer(Registration service, JsonObject wanted, Map<String, JsonObject> answers)
            throws ServiceFailure {
        keysAsked.add(wanted);
        failIfBroken(service);
        return Optional.ofNullable(answers.get(service.id()));
    }

    /** What the service answers from now on when it is asked for one-time keys. */
    void hasOneTimeKeys(Registration service, JsonObject answer) {
        oneTimeKeys.put(service.id(), answer);
    }

    /** What the service answers from now on when it is asked for published keys. */
    void hasPublishedKeys(Registration service, JsonObject answer) {
        publishedKeys.put(service.id(), answer);
    }

    /** What keys the services were asked for. */
    List<JsonObject> keysAsked() {
        return List.copyOf(keysAsked);
    }

    /** What the services were asked to look up. */
    synchronized List<ThirdPartyLookup> lookups() {
        return List.copyOf(lookups);
    }

    /** What the service does when it is asked for a user or an alias. */
    void whenAsked(Consumer<String> reaction) {
        asked = reaction;
    }

    /** What the service got, also what it says that it did not get. */
    synchronized List<Delivery> deliveries(Registration service) {
        return List.copyOf(deliveries.getOrDefault(service.id(), List.of()));
    }

    /** What the service was to get. */
    synchronized List<Delivery> attempts(Registration service) {
        return List.copyOf(attempts.getOrDefault(service.id(), List.of()));
    }

    /** The ids of the events that the service got. */
    List<String> events(Registration service) {
        return deliveries(service).stream()
                .flatMap(delivery -> delivery.list("events").stream())
                .map(event -> event.string("event_id").orElseThrow())
                .toList();
    }

    /** From now on it fails, or not any more. */
    void isBroken(Registration service, boolean fails) {
        if (fails) {
            broken.add(service.id());
        } else {
            broken.remove(service.id());
        }
    }

    /** The next transaction it gets, and says that it did not. */
    void losesAnAnswer(Registration service) {
        forgetful.add(service.id());
    }

    /** It does not answer until the latch is open. */
    void isSlow(Registration service, CountDownLatch latch) {
        slow.put(service.id(), latch);
    }
}
