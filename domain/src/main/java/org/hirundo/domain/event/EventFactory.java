package org.hirundo.domain.event;

import java.util.HashSet;
import java.util.function.Function;
import org.hirundo.domain.crypto.Ed25519;
import org.hirundo.domain.crypto.Signatures;
import org.hirundo.domain.crypto.SigningKey;
import org.hirundo.domain.crypto.UnpaddedBase64;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.ServerName;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.hirundo.domain.json.JsonValue;
import org.hirundo.domain.room.RoomVersion;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of a room version: from drafts, or from what others sent.
 *
 * @see <a href="https://spec.matrix.org/v1.19/server-server-api/#adding-hashes-and-signatures-to-outgoing-events">Adding
 *     hashes and signatures to outgoing events</a>
 */
public final class EventFactory {

    private final RoomVersion version;

    /** For events of the version. */
    public EventFactory(RoomVersion version) {
        this.version = version;
    }

    /**
     * Reads an event that another server sent, and gives it its id. Hashes and signatures are not looked at.
     *
     * @throws MalformedEvent when it has not the format of the version
     */
    public Event parse(JsonObject json) {
        var event = json.without("unsigned");
        var bytes = version.eventFormat().check(event);
        return new Event(version.eventIds().of(event, version.redaction()), version, bytes, event);
    }

    /**
     * Gives a draft its place in the room, hashes and signs it.
     *
     * @param originServerTs milliseconds since the epoch
     * @throws MalformedEvent when it is too large, or has numbers or a state key that the version does not allow
     * @throws IllegalArgumentException when the version cites events by their hashes and the place does not find one
     */
    public Event build(
            EventDraft draft,
            EventPlace place,
            long originServerTs,
            ServerName origin,
            SigningKey key,
            Ed25519 ed25519) {
        draft.stateKey()
                .filter(stateKey -> !version.eventFormat().stateKeys().isWellFormed(stateKey))
                .ifPresent(_ -> {
                    throw new MalformedEvent("The state key is too long, or starts with no user id");
                });
        return seal(template(draft, place, originServerTs), origin, key, ed25519);
    }

    /**
     * What {@link #build} would make, but for the hash and the signature: another server, whose user the sender is, is to
     * {@link #seal} it.
     *
     * @param originServerTs milliseconds since the epoch
     * @throws IllegalArgumentException when the version cites events by their hashes and the place does not find one
     */
    public JsonObject template(EventDraft draft, EventPlace place, long originServerTs) {
        var references = references(place);
        var json = JsonObject.builder()
                .put("auth_events", JsonArray.of(place.authEvents(), references))
                .put("content", content(draft))
                .put("depth", Math.min(place.depth(), version.eventFormat().maxDepth()))
                .put("origin_server_ts", originServerTs)
                .put("prev_events", JsonArray.of(place.prevEvents(), references))
                .put("sender", draft.sender().toString())
                .putIfPresent("state_key", draft.stateKey())
                .put("type", draft.type().value());
        draft.room().ifPresent(room -> json.put("room_id", room.toString()));
        if (!version.eventFormat().redactsInContent()) {
            draft.redacts().ifPresent(target -> json.put("redacts", target.toString()));
        }
        draft.stickiness().ifPresent(stickiness -> json.put(Stickiness.MEMBER, stickiness.toJson()));
        return json.build();
    }

    /**
     * Makes an event of a template: names it where the server has to, hashes and signs it.
     *
     * @throws MalformedEvent when it has not the format of the version
     */
    public Event seal(JsonObject template, ServerName origin, SigningKey key, Ed25519 ed25519) {
        var named = named(template.without("unsigned", "signatures", "hashes"), origin);
        return sign(named.with("hashes", JsonObject.of("sha256", ContentHash.of(named))), origin, key, ed25519);
    }

    /** The event with one more server's signature, as the one that authorises a restricted join gives it. */
    public Event sign(Event event, ServerName server, SigningKey key, Ed25519 ed25519) {
        return sign(event.json(), server, key, ed25519);
    }

    private Event sign(JsonObject event, ServerName server, SigningKey key, Ed25519 ed25519) {
        var signature = key.sign(Signatures.signedBytes(version.redaction().apply(event)), ed25519);
        return parse(Signatures.add(event, server.toString(), key.id(), signature));
    }

    private JsonObject named(JsonObject event, ServerName origin) {
        return version.eventIds() == EventIds.CHOSEN
                ? event.with("event_id", "$" + chosenId(event) + ":" + origin)
                : event;
    }

    private JsonObject content(EventDraft draft) {
        return version.eventFormat().redactsInContent() && draft.redacts().isPresent()
                ? draft.content().with("redacts", draft.redacts().get().toString())
                : draft.content();
    }

    /** How the events of the place are referred to. */
    private Function<EventId, JsonValue> references(EventPlace place) {
        return switch (version.eventFormat().references()) {
            case IDS -> id -> new JsonString(id.toString());
            case WITH_HASHES -> {
                var ids = new HashSet<>(place.prevEvents());
                ids.addAll(place.authEvents());
                var cited = place.cited().apply(ids);
                yield id -> JsonArray.of(new JsonString(id.toString()), hashes(id, cited.get(id)));
            }
        };
    }

    private JsonObject hashes(EventId id, @Nullable Event cited) {
        if (cited == null) {
            throw new IllegalArgumentException("The event " + id + " is to be cited by its hash, and is not known");
        }
        return JsonObject.of(
                "sha256", UnpaddedBase64.encode(EventIds.referenceHash(cited.json(), version.redaction())));
    }

    /** Unique because the whole event goes into it, its place in the room among it. */
    private static String chosenId(JsonObject event) {
        return ContentHash.of(event).replace('+', '-').replace('/', '_');
    }
}
