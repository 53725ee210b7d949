package org.hirundo.application.appservice.transaction;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hirundo.application.config.Appservices;
import org.hirundo.application.port.appservice.AppserviceGateway;
import org.hirundo.application.port.appservice.AppserviceStore;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.stream.Committed;
import org.hirundo.application.stream.EphemeralStream;
import org.hirundo.application.stream.Stream;
import org.hirundo.application.time.Alarms;

/**
 * Tells application services what happens, each at its own pace: every one has a {@link ServiceLane}, and one that is slow or away
 * delays nobody else. Services without a URL are told nothing.
 */
@Singleton
public final class ServiceTransactions implements Stream.Published, AutoCloseable {

    private final Map<String, ServiceLane> lanes = new HashMap<>();

    /** Goes on where each service was when the server stopped. */
    @Inject
    ServiceTransactions(
            Appservices services,
            AppserviceStore store,
            AppserviceGateway gateway,
            ServiceNews news,
            DeviceNews devices,
            InterestSources sources,
            Stream stream,
            EphemeralStream ephemeral,
            Alarms alarms,
            InstantSource clock) {
        var parts = new ServiceLane.Parts(store, gateway, news, devices, stream, ephemeral, alarms, clock);
        for (var service : services.all()) {
            if (service.url().isPresent()) {
                lanes.put(service.id(), ServiceLane.start(service, new Interest(service, sources), parts));
            }
        }
        if (!lanes.isEmpty()) {
            stream.listen(this);
            ephemeral.listen(this::wake);
            // What came before anybody listened.
            wake();
        }
    }

    private void wake() {
        lanes.values().forEach(ServiceLane::wake);
    }

    @Override
    public void committed(List<Committed> batch) {
        // What was committed can be read once it is visible.
    }

    @Override
    public void visible(StreamPosition position) {
        wake();
    }

    /** The service of this id has shown that it is there: what waits for it is sent at once. */
    public void resume(String service) {
        Optional.ofNullable(lanes.get(service)).ifPresent(ServiceLane::resume);
    }

    /** Waits until each service was told everything, or failed and is left alone for a while. */
    public void awaitQuiet() throws InterruptedException {
        for (var lane : lanes.values()) {
            lane.awaitQuiet();
        }
    }

    /** Begins no further transaction, and waits for those that are under way. */
    @Override
    public void close() {
        lanes.values().forEach(ServiceLane::stop);
        lanes.values().forEach(ServiceLane::join);
    }
}
