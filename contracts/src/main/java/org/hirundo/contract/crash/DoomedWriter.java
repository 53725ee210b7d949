package org.hirundo.contract.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.hirundo.application.directory.RoomReference;
import org.hirundo.application.event.RedactEvent;
import org.hirundo.application.event.SendMessage;
import org.hirundo.application.event.SendState;
import org.hirundo.application.membership.JoinRoom;
import org.hirundo.application.membership.ListJoinedRooms;
import org.hirundo.application.room.CreateRoom;
import org.hirundo.application.room.NewRoom;
import org.hirundo.application.session.Requester;
import org.hirundo.contract.story.Server;
import org.hirundo.domain.id.EventId;
import org.hirundo.domain.id.EventType;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.TransactionId;
import org.hirundo.domain.json.JsonInteger;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.room.RoomPreset;

/** A user who does one thing after the other and never waits in between. */
final class DoomedWriter {

    /** The state that is set is one of this type, or a room's name or topic. */
    private static final EventType COLOUR = new EventType("org.example.colour");

    private static final int COLOURS = 3;
    private static final int MANY_ROOMS = 12;

    private final Server server;
    private final String name;
    private final Requester user;
    private final List<RoomId> rooms;
    private final RandomGenerator chance;
    private final Consumer<Acknowledgement> acknowledge;
    private final List<RoomId> joined;
    private final List<Said> said = new ArrayList<>();
    private final String start = Long.toString(System.nanoTime(), Character.MAX_RADIX);
    private int count;

    private record Said(RoomId room, EventId event) {}

    /**
     * A user on the server.
     *
     * @param rooms all rooms there are, to which others add at the same time
     * @param acknowledge is told what was done once it was done
     */
    DoomedWriter(
            Server server,
            String name,
            List<RoomId> rooms,
            RandomGenerator chance,
            Consumer<Acknowledgement> acknowledge) {
        this.server = server;
        this.name = name;
        this.user = Server.user(name);
        this.rooms = rooms;
        this.chance = chance;
        this.acknowledge = acknowledge;
        this.joined = new ArrayList<>(server.get(ListJoinedRooms.class).list(user));
    }

    /** Goes on until something fails. */
    void run() {
        while (true) {
            count++;
            int what = chance.nextInt(100);
            if (joined.isEmpty() || (what < 4 && rooms.size() < MANY_ROOMS)) {
                create();
            } else if (what < 12) {
                join(rooms.get(chance.nextInt(rooms.size())));
            } else if (what < 30) {
                set(joined.get(chance.nextInt(joined.size())));
            } else if (what < 38 && !said.isEmpty()) {
                redact(said.remove(chance.nextInt(said.size())));
            } else {
                say(joined.get(chance.nextInt(joined.size())));
            }
        }
    }

    private void create() {
        var everybodySetsState = JsonObject.of("users_default", new JsonInteger(50));
        var room = server.get(CreateRoom.class)
                .create(NewRoom.by(user)
                        .preset(RoomPreset.PUBLIC_CHAT)
                        .powerLevels(everybodySetsState)
                        .build());
        acknowledge.accept(Acknowledgement.of(Acknowledgement.Kind.CREATED, name, room));
        joined.add(room);
        rooms.add(room);
    }

    private void join(RoomId room) {
        if (!joined.contains(room)) {
            server.get(JoinRoom.class).join(new JoinRoom.Join(user, new RoomReference.ById(room), Optional.empty()));
            acknowledge.accept(Acknowledgement.of(Acknowledgement.Kind.JOINED, name, room));
            joined.add(room);
        }
    }

    private void set(RoomId room) {
        var content = unique();
        int number = chance.nextInt(COLOURS + 2);
        var event = server.get(SendState.class)
                .send(
                        switch (number) {
                            case 0 -> state(room, EventType.NAME, "", JsonObject.of("name", content));
                            case 1 -> state(room, EventType.TOPIC, "", JsonObject.of("topic", content));
                            default -> state(room, COLOUR, "key" + number, JsonObject.of("colour", content));
                        });
        acknowledge.accept(Acknowledgement.of(Acknowledgement.Kind.SET, name, room, event, content));
    }

    private SendState.Send state(RoomId room, EventType type, String key, JsonObject content) {
        return new SendState.Send(user, room, type, key, content);
    }

    private void say(RoomId room) {
        var transaction = unique();
        var event = server.get(SendMessage.class).send(message(user, room, transaction));
        acknowledge.accept(Acknowledgement.of(Acknowledgement.Kind.SAID, name, room, event, transaction));
        said.add(new Said(room, event));
    }

    /** What a user says in the transaction: its name. */
    static SendMessage.Send message(Requester user, RoomId room, String transaction) {
        var content = JsonObject.of("msgtype", "m.text").with("body", transaction);
        return new SendMessage.Send(user, room, EventType.MESSAGE, new TransactionId(transaction), content);
    }

    private void redact(Said target) {
        var redaction = server.get(RedactEvent.class)
                .redact(new RedactEvent.Redact(
                        user, target.room(), target.event(), new TransactionId(unique()), Optional.empty()));
        acknowledge.accept(Acknowledgement.of(
                Acknowledgement.Kind.REDACTED,
                name,
                target.room(),
                redaction,
                target.event().toString()));
    }

    private String unique() {
        return start + "-" + count;
    }
}
