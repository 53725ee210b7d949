package org.hirundo.contract.story;

import java.util.List;
import java.util.Optional;
import org.hirundo.application.session.Requester;
import org.hirundo.application.sync.SlidingAnswer;
import org.hirundo.application.sync.SlidingAnswer.Room;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.sync.SlidingForm;

/** What clients hear by sliding sync, in the words of the stories. */
public abstract class SlidingStory extends SyncStory {

    /** State that most clients want. */
    static final String STATE = "[[\"m.room.name\",\"\"],[\"m.room.member\",\"$LAZY\"],[\"m.room.member\",\"$ME\"]]";

    /** The user's client with a request of this body. */
    final SlidingAsking sliding(Requester user, String body) {
        return new SlidingAsking(server(), user, SlidingForm.DEPLOYED, body, Optional.empty());
    }

    /** A request with a list of all rooms. */
    static String all(int limit) {
        return list("\"timeline_limit\":" + limit + ",\"required_state\":" + STATE);
    }

    /** A request with one list. */
    static String list(String list) {
        return "{\"lists\":{\"all\":{" + list + "}}}";
    }

    /** A request with one subscription. */
    static String subscription(RoomId room, int limit, String state) {
        return "{\"room_subscriptions\":{\"" + room + "\":{\"timeline_limit\":" + limit + ",\"required_state\":" + state
                + "}}}";
    }

    /** What the answer tells of a room. */
    static Room in(SlidingAnswer answer, RoomId room) {
        return Optional.ofNullable(answer.rooms().get(room))
                .orElseThrow(() -> new AssertionError("The answer tells nothing of " + room + ": " + answer.rooms()));
    }

    /** The texts that the answer tells of a room. */
    static List<String> texts(SlidingAnswer answer, RoomId room) {
        return texts(in(answer, room).timeline().orElseThrow().events());
    }
}
