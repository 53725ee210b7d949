package org.hirundo.jpa.delayed;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hirundo.application.port.delayed.DelayedEvent;
import org.hirundo.application.port.delayed.DelayedEvent.Outcome;
import org.hirundo.domain.event.Stickiness;
import org.hirundo.domain.id.DeviceId;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.jpa.common.StoredJson;
import org.hirundo.jpa.common.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * A delayed event. {@code dueAt} is when it may be claimed: the time to send it, or, while somebody sends it, the end of the claim;
 * null once it is finalised.
 */
@Entity
@Table(name = "delayed_event")
class DelayedEventRow {

    @Id
    @Column(name = "id")
    private String id = "";

    @Column(name = "sender")
    private String sender = "";

    @Column(name = "device_id")
    private String device = "";

    @Column(name = "room")
    private String room = "";

    @Column(name = "event_type")
    private String type = "";

    @Column(name = "state_key")
    private @Nullable String stateKey;

    @Column(name = "content")
    private byte[] content = {};

    @Column(name = "sticky_duration")
    private @Nullable Long stickyDuration;

    @Column(name = "delay")
    private long delay;

    @Column(name = "scheduled_at")
    private long scheduledAt;

    @Column(name = "send_at")
    private long sendAt;

    @Column(name = "due_at")
    private @Nullable Long dueAt;

    @Column(name = "finalised_at")
    private @Nullable Long finalisedAt;

    @Column(name = "event_id")
    private @Nullable String event;

    @Column(name = "error")
    private byte @Nullable [] error;

    @Column(name = "transaction_key")
    private @Nullable String transactionKey;

    DelayedEventRow() {}

    DelayedEventRow(DelayedEvent scheduled, Optional<String> transaction) {
        id = scheduled.id();
        sender = scheduled.sender().toString();
        device = scheduled.device().toString();
        room = scheduled.room().value();
        type = StoredText.of(scheduled.type().value());
        stateKey = StoredText.of(scheduled.stateKey());
        content = StoredJson.of(scheduled.content());
        stickyDuration = scheduled
                .stickiness()
                .map(stickiness -> stickiness.duration().toMillis())
                .orElse(null);
        delay = scheduled.delay().toMillis();
        transactionKey = transaction.orElse(null);
        restart(scheduled.scheduledAt());
    }

    String id() {
        return id;
    }

    @Nullable
    Long dueAt() {
        return dueAt;
    }

    boolean isScheduled() {
        return finalisedAt == null;
    }

    /** Whether it is scheduled and nobody sends it. */
    boolean isFree() {
        return dueAt != null && dueAt == sendAt;
    }

    void claim(Instant until) {
        dueAt = until.toEpochMilli();
    }

    void release() {
        dueAt = sendAt;
    }

    final void restart(Instant now) {
        scheduledAt = now.toEpochMilli();
        sendAt = scheduledAt + delay;
        dueAt = sendAt;
    }

    void finalise(Outcome outcome) {
        finalisedAt = outcome.at().toEpochMilli();
        dueAt = null;
        switch (outcome) {
            case Outcome.Sent sent -> event = sent.event().value();
            case Outcome.Failed failed -> error = StoredJson.of(failed.error());
            case Outcome.Cancelled _ -> {}
        }
    }

    DelayedEvent delayedEvent() {
        return new DelayedEvent(
                id,
                UserId.parse(sender),
                new DeviceId(device),
                new RoomId(room),
                new EventType(StoredText.read(type)),
                StoredText.find(stateKey),
                StoredJson.object(content),
                Optional.ofNullable(stickyDuration).map(Stickiness::ofMillis),
                Duration.ofMillis(delay),
                Instant.ofEpochMilli(scheduledAt),
                outcome());
    }

    private Optional<Outcome> outcome() {
        if (finalisedAt == null) {
            return Optional.empty();
        }
        var at = Instant.ofEpochMilli(finalisedAt);
        if (event != null) {
            return Optional.of(new Outcome.Sent(at, new EventId(event)));
        }
        return Optional.of(
                error == null ? new Outcome.Cancelled(at) : new Outcome.Failed(at, StoredJson.object(error)));
    }
}
