package org.hirundo.contract.story;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.hirundo.application.accountdata.SetAccountData;
import org.hirundo.application.event.RedactEvent;
import org.hirundo.application.event.SendMessage;
import org.hirundo.application.membership.BanUser;
import org.hirundo.application.membership.ForgetRoom;
import org.hirundo.application.membership.KickUser;
import org.hirundo.application.receipt.SendReceipt;
import org.hirundo.application.session.Requester;
import org.hirundo.application.sync.SyncAnswer;
import org.hirundo.application.sync.SyncAnswer.JoinedRoom;
import org.hirundo.application.sync.SyncAnswer.Typed;
import org.hirundo.application.timeline.ClientEvent;
import org.hirundo.application.timeline.ReadMessages;
import org.hirundo.application.typing.SendTyping;
import org.hirundo.domain.accountdata.AccountDataType;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.receipt.ReceiptThread;
import org.hirundo.domain.receipt.ReceiptType;
import org.hirundo.domain.sync.RoomEventFilter;
import org.hirundo.domain.typing.TypingRequest;

/** What clients hear by {@code /sync}, and what they do that others hear of, in the words of the stories. */
public abstract class SyncStory extends PeopleStory {

    private int transactions;

    /** The user's client, about to ask. */
    final SyncAsking asking(Requester user) {
        return SyncAsking.of(server(), user);
    }

    /** What the user is told who knows nothing. */
    protected final SyncAnswer syncs(Requester user) {
        return asking(user).now();
    }

    /** What the user is told who comes back with the token of the answer. */
    protected final SyncAnswer syncs(Requester user, SyncAnswer since) {
        return asking(user).since(since).now();
    }

    /** A public room of Alice's in which Bob is too. */
    protected final RoomId aRoomWithBob() {
        var room = created(aPublicRoomOf(ALICE));
        joins(BOB, room);
        return room;
    }

    /** What the answer tells of a room the user is in. */
    protected static JoinedRoom in(SyncAnswer answer, RoomId room) {
        return Optional.ofNullable(answer.rooms().joined().get(room))
                .orElseThrow(() -> new AssertionError("The answer tells nothing of " + room + ": " + answer.rooms()));
    }

    /** The texts that the answer tells of a room the user is in. */
    protected static List<String> texts(SyncAnswer answer, RoomId room) {
        return texts(in(answer, room).timeline().events());
    }

    /** The types of the events. */
    protected static List<String> types(List<ClientEvent> events) {
        return events.stream().map(event -> event.event().type().value()).toList();
    }

    /** The state keys of the membership events among these. */
    protected static List<String> members(List<ClientEvent> events) {
        return events.stream()
                .filter(event -> event.event().isType(EventType.MEMBER))
                .map(event -> event.event().stateKey().orElseThrow())
                .toList();
    }

    /** The contents of the ephemeral events or account data of a type. */
    protected static List<JsonObject> contents(List<Typed> events, String type) {
        return events.stream()
                .filter(event -> event.type().equals(type))
                .map(Typed::content)
                .toList();
    }

    /** What was said before the token, newest last, up to another token. */
    protected final List<ClientEvent> before(Requester user, RoomId room, String token, Optional<String> end) {
        return the(ReadMessages.class)
                .read(new ReadMessages.Wanted(
                        user, room, true, Optional.of(token), end, OptionalInt.of(500), RoomEventFilter.ALL))
                .chunk()
                .reversed();
    }

    /** The user sends a message with the content. */
    protected final EventId sends(Requester user, RoomId room, EventType type, JsonObject content) {
        return the(SendMessage.class)
                .send(new SendMessage.Send(user, room, type, new TransactionId("sync" + ++transactions), content));
    }

    /** The user says something that relates to another event. */
    protected final EventId answers(Requester user, RoomId room, String text, String relation, EventId to) {
        return sends(
                user,
                room,
                EventType.MESSAGE,
                JsonObject.of("msgtype", "m.text")
                        .with("body", text)
                        .with(
                                "m.relates_to",
                                JsonObject.of("rel_type", relation).with("event_id", to.value())));
    }

    /** The user redacts an event. */
    protected final EventId redacts(Requester user, RoomId room, EventId event) {
        return the(RedactEvent.class)
                .redact(new RedactEvent.Redact(
                        user, room, event, new TransactionId("sync" + ++transactions), Optional.empty()));
    }

    /** The user has read up to an event, as everybody may know. */
    protected final void reads(Requester user, RoomId room, EventId event) {
        reads(user, room, event, ReceiptType.READ, ReceiptThread.unthreaded());
    }

    /** The user has read up to an event. */
    protected final void reads(Requester user, RoomId room, EventId event, ReceiptType type, ReceiptThread thread) {
        the(SendReceipt.class).send(user, new SendReceipt.Read(room, Map.of(type, event), thread, Optional.empty()));
    }

    /** The user types. */
    protected final void startsTyping(Requester user, RoomId room) {
        the(SendTyping.class)
                .send(
                        user,
                        new SendTyping.Typing(
                                room, user.user(), new TypingRequest(true, TypingRequest.DEFAULT_TIMEOUT)));
    }

    /** The user writes account data. */
    protected final void keeps(Requester user, Optional<RoomId> room, String type, JsonObject content) {
        the(SetAccountData.class).set(user, user.user(), room, new AccountDataType(type), content);
    }

    /** The user does not want to hear of another. */
    protected final void ignores(Requester user, Requester ignored) {
        keeps(
                user,
                Optional.empty(),
                "m.ignored_user_list",
                JsonObject.of("ignored_users", JsonObject.of(ignored.user().toString(), JsonObject.EMPTY)));
    }

    /** The user puts another out of the room. */
    protected final void kicks(Requester user, RoomId room, Requester kicked) {
        the(KickUser.class).kick(new KickUser.Kick(user, room, kicked.user(), Optional.empty()));
    }

    /** The user keeps another out of the room. */
    protected final void bans(Requester user, RoomId room, Requester banned) {
        the(BanUser.class).ban(new BanUser.Ban(user, room, banned.user(), Optional.empty()));
    }

    /** The user forgets the room. */
    protected final void forgets(Requester user, RoomId room) {
        the(ForgetRoom.class).forget(user, room);
    }
}
