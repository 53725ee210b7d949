package org.hirundo.domain.room;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hirundo.domain.auth.AuthRules;
import org.hirundo.domain.event.EventFactory;
import org.hirundo.domain.event.EventFormat;
import org.hirundo.domain.event.EventIds;
import org.hirundo.domain.event.EventSigners;
import org.hirundo.domain.event.Redaction;
import org.hirundo.domain.state.StateResolution;

/**
 * A room version: the rules that a room's events live by, grouped by the chapters of the specification. Nobody asks which
 * version a room has; one asks the version to do what is to be done.
 *
 * @param id as {@code room_version} has it
 * @param eventFormat how events are written
 * @param eventIds how events get their ids
 * @param signers which servers must sign an event
 * @param redaction what is left of redacted events
 * @param levels how power levels are read
 * @param auth which events may be
 * @param resolution how several states become one
 * @param keyValidity which signing keys count
 * @see <a href="https://spec.matrix.org/v1.19/rooms/">Room versions</a>
 */
public record RoomVersion(
        String id,
        EventFormat eventFormat,
        EventIds eventIds,
        EventSigners signers,
        Redaction redaction,
        LevelRules levels,
        AuthRules auth,
        StateResolution resolution,
        KeyValidity keyValidity) {

    /** Version 1. */
    public static final RoomVersion V1 = new RoomVersion(
            "1",
            EventFormat.V1,
            EventIds.CHOSEN,
            EventSigners.V1,
            Redaction.V1,
            LevelRules.V1,
            AuthRules.V1,
            StateResolution.V1,
            KeyValidity.IGNORED);

    /** Version 2: a new state resolution. */
    public static final RoomVersion V2 = V1.as("2").with(StateResolution.V2);

    /** Version 3: event ids are hashes. */
    public static final RoomVersion V3 = V2.as("3")
            .with(EventFormat.V3)
            .with(EventIds.HASH)
            .with(EventSigners.V3)
            .with(AuthRules.V3);

    /** Version 4: event ids fit into URLs. */
    public static final RoomVersion V4 = V3.as("4").with(EventIds.URL_SAFE_HASH);

    /** Version 5: signing keys must be valid. */
    public static final RoomVersion V5 = V4.as("5").with(KeyValidity.ENFORCED);

    /** Version 6: canonical JSON is enforced, aliases are no rule's business. */
    public static final RoomVersion V6 =
            V5.as("6").with(EventFormat.V6).with(Redaction.V6).with(AuthRules.V6);

    /** Version 7: knocking. */
    public static final RoomVersion V7 = V6.as("7").with(AuthRules.V7);

    /** Version 8: restricted rooms. */
    public static final RoomVersion V8 =
            V7.as("8").with(EventSigners.V8).with(Redaction.V8).with(AuthRules.V8);

    /** Version 9: redaction leaves who authorised a restricted join. */
    public static final RoomVersion V9 = V8.as("9").with(Redaction.V9);

    /** Version 10: power levels are integers; restricted rooms can be knocked at. */
    public static final RoomVersion V10 = V9.as("10").with(AuthRules.V10).with(LevelRules.V10);

    /** Version 11: redaction tidied up; the creator is the sender of the create event. */
    public static final RoomVersion V11 = V10.as("11")
            .with(EventFormat.V11)
            .with(Redaction.V11)
            .with(AuthRules.V11)
            .with(LevelRules.V11);

    /** Version 12: the room id is the hash of the create event; creators outrank everybody. */
    public static final RoomVersion V12 = V11.as("12")
            .with(EventFormat.V12)
            .with(AuthRules.V12)
            .with(LevelRules.V12)
            .with(StateResolution.V2_1);

    /** Version 10, where users own the states whose key starts with their id (MSC3757). */
    public static final RoomVersion V10_OWNED_STATE =
            V10.as("org.matrix.msc3757.10").withOwnedState();

    /** Version 11, where users own the states whose key starts with their id (MSC3757). */
    public static final RoomVersion V11_OWNED_STATE =
            V11.as("org.matrix.msc3757.11").withOwnedState();

    /** The version of rooms whose creator does not ask for one. */
    public static final RoomVersion DEFAULT = V12;

    private static final List<RoomVersion> SUPPORTED = List.of(V1, V2, V3, V4, V5, V6, V7, V8, V9, V10, V11, V12);

    private static final List<RoomVersion> EXPERIMENTAL = List.of(V10_OWNED_STATE, V11_OWNED_STATE);

    private static final Map<String, RoomVersion> BY_ID = Stream.concat(SUPPORTED.stream(), EXPERIMENTAL.stream())
            .collect(Collectors.toUnmodifiableMap(RoomVersion::id, Function.identity()));

    /** The version of the id, if this server knows it. */
    public static Optional<RoomVersion> of(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** The specified versions this server knows, oldest first. */
    public static List<RoomVersion> supported() {
        return SUPPORTED;
    }

    /** The versions this server knows that are only proposed; what comes of them may differ. */
    public static List<RoomVersion> experimental() {
        return EXPERIMENTAL;
    }

    /** Makes events of this version. */
    public EventFactory events() {
        return new EventFactory(this);
    }

    private RoomVersion as(String other) {
        return new RoomVersion(other, eventFormat, eventIds, signers, redaction, levels, auth, resolution, keyValidity);
    }

    private RoomVersion withOwnedState() {
        return with(eventFormat.withOwnedState()).with(auth.withOwnedState());
    }

    private RoomVersion with(EventFormat other) {
        return new RoomVersion(id, other, eventIds, signers, redaction, levels, auth, resolution, keyValidity);
    }

    private RoomVersion with(EventIds other) {
        return new RoomVersion(id, eventFormat, other, signers, redaction, levels, auth, resolution, keyValidity);
    }

    private RoomVersion with(EventSigners other) {
        return new RoomVersion(id, eventFormat, eventIds, other, redaction, levels, auth, resolution, keyValidity);
    }

    private RoomVersion with(Redaction other) {
        return new RoomVersion(id, eventFormat, eventIds, signers, other, levels, auth, resolution, keyValidity);
    }

    private RoomVersion with(LevelRules other) {
        return new RoomVersion(id, eventFormat, eventIds, signers, redaction, other, auth, resolution, keyValidity);
    }

    private RoomVersion with(AuthRules other) {
        return new RoomVersion(id, eventFormat, eventIds, signers, redaction, levels, other, resolution, keyValidity);
    }

    private RoomVersion with(StateResolution other) {
        return new RoomVersion(id, eventFormat, eventIds, signers, redaction, levels, auth, other, keyValidity);
    }

    private RoomVersion with(KeyValidity other) {
        return new RoomVersion(id, eventFormat, eventIds, signers, redaction, levels, auth, resolution, other);
    }

    @Override
    public String toString() {
        return id;
    }
}
