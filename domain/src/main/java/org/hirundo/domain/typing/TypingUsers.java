package org.hirundo.domain.typing;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonObject;

/** Who types in a room, and until when if nothing more is heard. Immutable. */
public final class TypingUsers {

    /** Nobody types. */
    public static final TypingUsers NOBODY = new TypingUsers(new LinkedHashMap<>());

    private final SequencedMap<UserId, Instant> until;

    private TypingUsers(SequencedMap<UserId, Instant> until) {
        this.until = until;
    }

    /** With the user typing for so long from now on. */
    public TypingUsers started(UserId user, Duration timeout, Instant now) {
        var changed = new LinkedHashMap<>(until);
        changed.put(user, now.plus(timeout));
        return new TypingUsers(changed);
    }

    /** Without the user. */
    public TypingUsers stopped(UserId user) {
        if (!until.containsKey(user)) {
            return this;
        }
        var changed = new LinkedHashMap<>(until);
        changed.remove(user);
        return new TypingUsers(changed);
    }

    /** Without those of whom nothing more was heard; this one when there are none. */
    public TypingUsers at(Instant now) {
        if (until.values().stream().allMatch(now::isBefore)) {
            return this;
        }
        var changed = new LinkedHashMap<>(until);
        changed.values().removeIf(end -> !now.isBefore(end));
        return new TypingUsers(changed);
    }

    /** Who types. */
    public List<UserId> users() {
        return List.copyOf(until.keySet());
    }

    /** The content of {@code m.typing}. */
    public JsonObject toJson() {
        return JsonObject.of("user_ids", JsonArray.ofStrings(until.keySet()));
    }
}
