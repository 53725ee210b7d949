package org.hirundo.application.appservice.transaction;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.hirundo.application.port.event.EventStore;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.timeline.ClientEvent;
import org.hirundo.application.timeline.ClientEvents;
import org.hirundo.domain.appservice.Registration;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;

/** Puts together what an application service is to be told next. */
@Singleton
final class ServiceNews {

    /** So many events are looked at for one transaction. */
    private static final int MAX_EVENTS = 100;

    /** Events beyond this come with the next transaction: services read a transaction into memory, as databases do. */
    private static final long MAX_BYTES = 2L << 20;

    private final EventStore events;
    private final ClientEvents clientEvents;
    private final EphemeralNews ephemeral;
    private final DeviceNews devices;

    /**
     * What is to be told.
     *
     * @param upTo up to where it is all
     * @param transaction without members when there is nothing
     */
    record News(StreamPosition upTo, JsonObject transaction) {}

    @Inject
    ServiceNews(EventStore events, ClientEvents clientEvents, EphemeralNews ephemeral, DeviceNews devices) {
        this.events = events;
        this.clientEvents = clientEvents;
        this.ephemeral = ephemeral;
        this.devices = devices;
    }

    /** What is to be told of the span, or of the first part of it. */
    News of(Registration service, Interest interest, Span span) {
        var part = span;
        var messages = devices.messages(service, interest, part);
        part = part.upTo(messages.upTo());
        var read = events.inStreamOrder(part.after(), part.upTo(), MAX_EVENTS);
        var fitting = fitting(read);
        if (fitting.size() < read.size() || read.size() == MAX_EVENTS) {
            part = part.upTo(fitting.getLast().position());
        }
        var told = interest.among(fitting);
        var transaction = JsonObject.builder();
        devices.tell(service, interest, part, messages, told, transaction);
        if (service.features().ephemeral()) {
            ephemeral.tell(interest, part, transaction);
        }
        var rest = transaction.build();
        return new News(
                part.upTo(),
                told.isEmpty() && rest.isEmpty()
                        ? JsonObject.EMPTY
                        : rest.with("events", JsonArray.of(clientEvents.ofStream(told), ClientEvent::json)));
    }

    private static List<StoredEvent> fitting(List<StoredEvent> read) {
        var fitting = new ArrayList<StoredEvent>();
        long bytes = 0;
        for (var event : read) {
            bytes += event.event().bytes().length;
            if (bytes > MAX_BYTES) {
                break;
            }
            fitting.add(event);
        }
        return fitting;
    }
}
