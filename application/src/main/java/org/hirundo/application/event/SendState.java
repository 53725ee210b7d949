package org.hirundo.application.event;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hirundo.application.directory.Aliases;
import org.hirundo.application.limit.Cost;
import org.hirundo.application.limit.RateLimiter;
import org.hirundo.application.membership.MemberStates;
import org.hirundo.application.port.account.Account;
import org.hirundo.application.port.account.AccountStore;
import org.hirundo.application.port.membership.MembershipStore;
import org.hirundo.application.room.Change;
import org.hirundo.application.room.RoomHeads;
import org.hirundo.application.room.RoomView;
import org.hirundo.application.room.Rooms;
import org.hirundo.application.room.Succession;
import org.hirundo.application.room.Transactions;
import org.hirundo.application.session.Requester;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.event.Event;
import org.hirundo.domain.event.EventDraft;
import org.hirundo.domain.event.Stickiness;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.StateTuple;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.MemberContent;
import org.hirundo.domain.room.Membership;

/**
 * Sends a state event. The same content by the same sender once more is not sent again, unless it is to be sticky.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3roomsroomidstateeventtypestatekey">PUT
 *     …/state</a>
 */
@Singleton
public final class SendState {

    private final RateLimiter limits;
    private final Rooms rooms;
    private final RoomHeads heads;
    private final Aliases aliases;
    private final MemberStates memberStates;
    private final MembershipStore memberships;
    private final AccountStore accounts;
    private final Succession succession;

    @Inject
    public SendState(
            RateLimiter limits,
            Rooms rooms,
            RoomHeads heads,
            Aliases aliases,
            MemberStates memberStates,
            MembershipStore memberships,
            AccountStore accounts,
            Succession succession) {
        this.limits = limits;
        this.rooms = rooms;
        this.heads = heads;
        this.aliases = aliases;
        this.memberStates = memberStates;
        this.memberships = memberships;
        this.accounts = accounts;
        this.succession = succession;
    }

    /**
     * The state to send.
     *
     * @param transaction what makes a repeat of the request one; clients have none when they send state
     * @param ts when an application service says that it was sent
     * @param stickiness how long it is sticky, if it is
     */
    public record Send(
            Requester requester,
            RoomId room,
            EventType type,
            String stateKey,
            JsonObject content,
            Optional<TransactionId> transaction,
            Optional<String> ts,
            Optional<Stickiness> stickiness) {

        /** State that a client sends now. */
        public Send(Requester requester, RoomId room, EventType type, String stateKey, JsonObject content) {
            this(requester, room, type, stateKey, content, Optional.empty(), Optional.empty(), Optional.empty());
        }

        StateTuple tuple() {
            return new StateTuple(type, stateKey);
        }
    }

    /**
     * Sends the state event.
     *
     * @return its id, or that of the event in force when it says the same
     * @throws org.hirundo.domain.error.NotFound when the room is not known
     * @throws org.hirundo.domain.error.Forbidden when the requester may not send it
     * @throws InvalidParam when it would create the room anew
     * @throws org.hirundo.domain.error.BadAlias when a canonical alias does not point to the room
     * @throws org.hirundo.domain.error.MatrixException when the content cannot be that of an event
     */
    public EventId send(Send command) {
        var user = command.requester().user();
        limits.spend(command.requester(), Cost.MESSAGE);
        var sentAt = SentAt.of(command.requester(), command.ts());
        var content = content(command);
        var guests = command.type().equals(EventType.GUEST_ACCESS) ? guestsOf(command.room()) : Set.<UserId>of();
        var sent = rooms.write(command.room(), room -> {
            var draft = EventDraft.state(command.room(), user, command.type(), command.stateKey(), content.apply(room))
                    .with(command.stickiness());
            var changed = sentAt.append(room, draft);
            return room.state(command.tuple())
                    .filter(inForce -> inForce.sender().equals(user))
                    .filter(inForce -> inForce.content().equals(draft.content()))
                    .filter(_ -> command.stickiness().isEmpty())
                    .map(inForce -> Change.of(room, inForce.id()))
                    .orElseGet(() -> change(
                            command,
                            withoutGuests(changed, guests),
                            changed.last().id()));
        });
        carryOver(command);
        return sent;
    }

    private static Change<EventId> change(Send command, RoomView room, EventId event) {
        return command.transaction()
                .map(transaction -> Change.of(
                        room,
                        event,
                        Transactions.of(
                                command.requester(),
                                "state",
                                List.of(command.room(), command.type(), command.stateKey()),
                                transaction,
                                event)))
                .orElseGet(() -> Change.of(room, event));
    }

    /** What users made of a room that is replaced goes with them, also where clients replace it step by step. */
    private void carryOver(Send command) {
        var user = command.requester().user();
        if (command.type().equals(EventType.TOMBSTONE) && command.stateKey().isEmpty()) {
            succession.replaced(command.room());
        } else if (command.type().equals(EventType.MEMBER)
                && command.stateKey().equals(user.toString())
                && new MemberContent(command.content()).membership().equals(Optional.of(Membership.JOIN))) {
            succession.joined(user, command.room());
        }
    }

    private Set<UserId> guestsOf(RoomId room) {
        var members = memberships.joinedTo(Set.of(room)).getOrDefault(room, Set.of());
        return accounts.find(members).values().stream()
                .filter(account -> account.kind() == Account.Kind.GUEST)
                .map(Account::user)
                .collect(Collectors.toSet());
    }

    /** Where guests may not be any more they leave with the very change (spec, "Guest Access"). */
    private static RoomView withoutGuests(RoomView changed, Set<UserId> guests) {
        var room = changed;
        if (!room.guestsMayJoin()) {
            for (var guest : guests) {
                if (room.membership(guest) == Membership.JOIN) {
                    room = room.append(EventDraft.state(
                            room.id(),
                            guest,
                            EventType.MEMBER,
                            guest.toString(),
                            JsonObject.of("membership", Membership.LEAVE.wireName())));
                }
            }
        }
        return room;
    }

    /** Checks what is outside the room; the answer tells the content that goes into the event, given the room. */
    private Function<RoomView, JsonObject> content(Send command) {
        if (command.type().equals(EventType.MEMBER)) {
            return memberStates.content(command.requester(), command.room(), command.stateKey(), command.content());
        }
        command.requester().refuseSuspended();
        if (command.type().equals(EventType.CREATE)) {
            throw new InvalidParam("A room is created once");
        }
        if (command.type().equals(EventType.CANONICAL_ALIAS)) {
            var before = heads.find(command.room()).flatMap(room -> room.interpreted(EventType.CANONICAL_ALIAS));
            aliases.checkCanonical(command.room(), command.content(), before.map(Event::content));
        }
        return _ -> command.content();
    }
}
