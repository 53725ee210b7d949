package org.hirundo.application.appservice.transaction;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hirundo.application.port.event.StoredEvent;
import org.hirundo.application.port.key.DeviceKeyStore;
import org.hirundo.application.port.key.OneTimeKeyStore;
import org.hirundo.application.port.key.OneTimeKeyStore.KeyCounts;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.port.stream.ToDeviceSend.Message;
import org.hirundo.application.port.todevice.ToDeviceStore;
import org.hirundo.application.port.todevice.ToDeviceStore.Recipient;
import org.hirundo.application.port.todevice.ToDeviceStore.Waiting;
import org.hirundo.domain.appservice.Registration;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.CanonicalJson;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonValue;
import org.hirundo.domain.room.Membership;

/**
 * What application services need for the end-to-end encryption of their users: messages to devices (MSC2409, MSC4203), whose
 * devices changed, and what is left of one-time keys (MSC3202).
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/3202">MSC3202</a>
 */
@Singleton
final class DeviceNews {

    private static final String TO_DEVICE = "to_device";
    private static final String UNSTABLE = "org.matrix.msc3202.";

    /** So many messages of one device come with one transaction; the rest with the next. */
    private static final int MAX_MESSAGES = 100;

    /** Messages beyond this come with the next transaction. */
    private static final long MAX_BYTES = 2L << 20;

    private final ToDeviceStore inboxes;
    private final DeviceKeyStore deviceKeys;
    private final OneTimeKeyStore oneTimeKeys;
    private final LatestNews latest;

    /**
     * Messages for a service's devices.
     *
     * @param waiting in the order in which they came, perhaps more than that
     * @param upTo up to where these are all
     */
    record Messages(List<Waiting> waiting, StreamPosition upTo) {}

    @Inject
    DeviceNews(ToDeviceStore inboxes, DeviceKeyStore deviceKeys, OneTimeKeyStore oneTimeKeys, LatestNews latest) {
        this.inboxes = inboxes;
        this.deviceKeys = deviceKeys;
        this.oneTimeKeys = oneTimeKeys;
        this.latest = latest;
    }

    /** The messages of the span, or of the first part of it. */
    Messages messages(Registration service, Interest interest, Span span) {
        if (!wantsMessages(service) || !latest.messagesAfter(span.after())) {
            return new Messages(List.of(), span.upTo());
        }
        var waiting = new ArrayList<Waiting>();
        var upTo = span.upTo();
        for (var recipient : inboxes.recipients(span.after(), span.upTo())) {
            if (interest.covers(recipient.user())) {
                var inbox = inboxes.inbox(recipient.user(), recipient.device(), span.after(), upTo, MAX_MESSAGES);
                waiting.addAll(inbox);
                upTo = inbox.size() < MAX_MESSAGES ? upTo : inbox.getLast().position();
            }
        }
        waiting.sort(Comparator.comparing(message -> message.position().value()));
        return new Messages(waiting, fitting(waiting, upTo));
    }

    /** Up to where the messages fit into one transaction; what came at one position is not cut in two. */
    private static StreamPosition fitting(List<Waiting> waiting, StreamPosition upTo) {
        long bytes = 0;
        var whole = upTo;
        for (int i = 0; i < waiting.size(); i++) {
            var position = waiting.get(i).position();
            if (i > 0 && position.isAfter(waiting.get(i - 1).position())) {
                whole = waiting.get(i - 1).position();
            }
            if (position.isAfter(upTo)) {
                return upTo;
            }
            bytes += CanonicalJson.lenient().bytes(waiting.get(i).message().content()).length;
            if (bytes > MAX_BYTES && !whole.equals(upTo)) {
                return whole;
            }
        }
        return upTo;
    }

    private static boolean wantsMessages(Registration service) {
        return service.features().ephemeral() || service.features().deviceLists();
    }

    /**
     * Adds all of it to the transaction.
     *
     * @param messages of at least the span
     * @param events what the service is told of the span besides
     */
    void tell(
            Registration service,
            Interest interest,
            Span span,
            Messages messages,
            List<StoredEvent> events,
            JsonObject.Builder transaction) {
        var told = messages.waiting().stream()
                .filter(message -> !message.position().isAfter(span.upTo()))
                .map(Waiting::message)
                .toList();
        if (!told.isEmpty()) {
            var array = JsonArray.of(told, DeviceNews::json);
            transaction.put(TO_DEVICE, array).put("de.sorunome.msc2409.to_device", array);
        }
        if (service.features().deviceLists()) {
            tellLists(interest, span, events, transaction);
            tellCounts(
                    told.stream()
                            .map(message -> new Recipient(message.recipient(), message.device()))
                            .collect(Collectors.toSet()),
                    transaction);
        }
    }

    private static JsonObject json(Message message) {
        return JsonObject.of("type", message.type())
                .with("sender", message.sender().toString())
                .with("content", message.content())
                .with("to_user_id", message.recipient().toString())
                .with("to_device_id", message.device().value());
    }

    private void tellLists(Interest interest, Span span, List<StoredEvent> events, JsonObject.Builder transaction) {
        var changed = new HashSet<UserId>();
        if (latest.keysAfter(span.after())) {
            changed.addAll(deviceKeys.changed(span.after(), span.upTo()));
            changed.removeIf(user -> !interest.knows(user));
        }
        var left = new HashSet<UserId>();
        events.stream()
                .map(StoredEvent::event)
                .filter(event -> event.isType(EventType.MEMBER))
                .filter(event -> Membership.of(event)
                        .filter(membership -> membership == Membership.LEAVE || membership == Membership.BAN)
                        .isPresent())
                .flatMap(event -> event.stateKey().flatMap(UserId::find).stream())
                .filter(user -> !interest.knows(user))
                .forEach(left::add);
        if (!changed.isEmpty() || !left.isEmpty()) {
            put(
                    transaction,
                    "device_lists",
                    JsonObject.of("changed", JsonArray.ofStrings(changed)).with("left", JsonArray.ofStrings(left)));
        }
    }

    /** Whoever got a message may have lost a one-time key, for that is how conversations of devices begin. */
    private void tellCounts(Set<Recipient> devices, JsonObject.Builder transaction) {
        if (devices.isEmpty()) {
            return;
        }
        var counts = new TreeMap<String, JsonObject>();
        var unused = new TreeMap<String, JsonObject>();
        for (var device : devices) {
            var left = oneTimeKeys.counts(device.user(), device.device());
            add(counts, device, oneTimeKeys(left));
            add(unused, device, JsonArray.ofStrings(left.unusedFallbackAlgorithms()));
        }
        put(transaction, "device_one_time_keys_count", JsonObject.of(counts));
        // The name that the proposal had before.
        transaction.put(UNSTABLE + "device_one_time_key_counts", JsonObject.of(counts));
        put(transaction, "device_unused_fallback_key_types", JsonObject.of(unused));
    }

    private static JsonObject oneTimeKeys(KeyCounts left) {
        return JsonObject.of(left.oneTimeKeys().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, count -> new JsonInteger(count.getValue()))));
    }

    private static void add(Map<String, JsonObject> users, Recipient device, JsonValue value) {
        users.merge(
                device.user().toString(),
                JsonObject.of(device.device().value(), value),
                (known, more) -> known.toBuilder().putAll(more).build());
    }

    private static void put(JsonObject.Builder transaction, String name, JsonObject value) {
        transaction.put(name, value).put(UNSTABLE + name, value);
    }

    /** The service has the messages that were in the transaction, and nobody else wants them. */
    void delivered(JsonObject transaction, StreamPosition upTo) {
        transaction
                .array(TO_DEVICE)
                .orElse(JsonArray.EMPTY)
                .objectsIn()
                .map(message -> new Recipient(
                        UserId.parse(message.string("to_user_id").orElseThrow()),
                        new DeviceId(message.string("to_device_id").orElseThrow())))
                .distinct()
                .forEach(device -> inboxes.acknowledge(device.user(), device.device(), upTo));
    }
}
