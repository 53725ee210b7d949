package org.hirundo.domain.push;

import java.util.ArrayList;
import java.util.Optional;
import org.hirundo.domain.error.BadJson;
import org.hirundo.domain.json.JsonArray;
import org.hirundo.domain.json.JsonBoolean;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.json.JsonString;
import org.jspecify.annotations.Nullable;

/**
 * What a push rule does with an event that it matches.
 *
 * <p>Actions that nobody here knows are kept and passed on, but do nothing. So are the historical {@code dont_notify} and
 * {@code coalesce}: clients that still put them look whether they are there.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#actions">Actions</a>
 */
public final class PushActions {

    /** No action: the event is not worth a notification. */
    public static final PushActions NONE = new PushActions(JsonArray.EMPTY);

    private static final String NOTIFY = "notify";
    private static final String SET_TWEAK = "set_tweak";
    private static final String SOUND = "sound";
    private static final String HIGHLIGHT = "highlight";

    private final JsonArray json;
    private final boolean notifies;
    private final JsonObject tweaks;

    private PushActions(JsonArray json) {
        this.json = json;
        this.notifies = json.stringsIn().anyMatch(NOTIFY::equals);
        this.tweaks = tweaks(json);
    }

    /**
     * Reads a list of actions.
     *
     * @throws BadJson when one of them is neither a string nor an object
     */
    public static PushActions of(JsonArray json) {
        if (!json.values().stream().allMatch(action -> action instanceof JsonString || action instanceof JsonObject)) {
            throw new BadJson("An action is a string or an object");
        }
        return new PushActions(json);
    }

    /** To notify silently. */
    static PushActions silent() {
        return of(JsonArray.of(new JsonString(NOTIFY)));
    }

    /** These actions with a sound. */
    PushActions withSound(String sound) {
        return and(
                JsonObject.builder().put(SET_TWEAK, SOUND).put("value", sound).build());
    }

    /** These actions with a highlight. */
    PushActions withHighlight() {
        return and(JsonObject.of(SET_TWEAK, HIGHLIGHT));
    }

    private PushActions and(JsonObject action) {
        var actions = new ArrayList<>(json.values());
        actions.add(action);
        return of(new JsonArray(actions));
    }

    private static JsonObject tweaks(JsonArray actions) {
        var tweaks = JsonObject.builder();
        actions.objectsIn().forEach(action -> action.string(SET_TWEAK).ifPresent(name -> {
            var value = action.get("value");
            if (value != null) {
                tweaks.put(name, value);
            } else if (name.equals(HIGHLIGHT)) {
                tweaks.put(name, true);
            }
        }));
        return tweaks.build();
    }

    /** Whether the event makes a notification. */
    public boolean notifies() {
        return notifies;
    }

    /** Whether the notification is to catch the eye. */
    public boolean highlights() {
        return notifies && JsonBoolean.TRUE.equals(tweaks.get(HIGHLIGHT));
    }

    /** The sound of the notification, if it has one. */
    public Optional<String> sound() {
        return notifies ? tweaks.string(SOUND) : Optional.empty();
    }

    /** The tweaks by name, as push gateways get them; a highlight without a value is {@code true}. */
    public JsonObject tweaks() {
        return tweaks;
    }

    /** The actions as JSON. */
    public JsonArray toJson() {
        return json;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PushActions that && json.equals(that.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
