package org.hirundo.application.port.stream;

import java.util.Optional;

/**
 * What a room shows of itself in lists: derived from its current state and replaced as a whole.
 *
 * @param joinRule the wire form of the join rule
 * @param roomType the {@code type} of the create event
 */
public record RoomSummary(
        Optional<String> name,
        Optional<String> topic,
        Optional<String> avatarUrl,
        Optional<String> canonicalAlias,
        String joinRule,
        Optional<String> roomType,
        Optional<String> encryption,
        boolean worldReadable,
        boolean guestCanJoin,
        int joinedMembers,
        int invitedMembers) {}
