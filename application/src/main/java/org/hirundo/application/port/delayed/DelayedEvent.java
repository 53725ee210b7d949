package org.hirundo.application.port.delayed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hirundo.domain.event.Stickiness;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/**
 * An event that is sent later.
 *
 * @param id the secret by which it is managed, at most 255 bytes
 * @param device the device that scheduled it
 * @param stateKey there when it is a state event
 * @param stickiness how long it is sticky once it is sent, if it is
 * @param delay how long after {@code scheduledAt} it is sent, in whole milliseconds
 * @param scheduledAt when it was scheduled, or restarted last; in whole milliseconds
 * @param outcome what became of it; empty while it is scheduled
 */
public record DelayedEvent(
        String id,
        UserId sender,
        DeviceId device,
        RoomId room,
        EventType type,
        Optional<String> stateKey,
        JsonObject content,
        Optional<Stickiness> stickiness,
        Duration delay,
        Instant scheduledAt,
        Optional<Outcome> outcome) {

    /** The time before which it is not sent unless somebody asks for it. */
    public Instant sendAt() {
        return scheduledAt.plus(delay);
    }

    /** What became of a delayed event. */
    public sealed interface Outcome {

        /** When that happened, in whole milliseconds. */
        Instant at();

        /** It was sent, and became this event. */
        record Sent(Instant at, EventId event) implements Outcome {}

        /** Somebody cancelled it. */
        record Cancelled(Instant at) implements Outcome {}

        /**
         * It could not be sent when its time came.
         *
         * @param error the standard error response
         */
        record Failed(Instant at, JsonObject error) implements Outcome {}
    }
}
