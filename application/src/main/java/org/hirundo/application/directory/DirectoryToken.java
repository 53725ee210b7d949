package org.hirundo.application.directory;

import java.util.regex.Pattern;
import org.hirundo.application.port.directory.DirectoryStore.DirectoryPosition;
import org.hirundo.domain.error.InvalidParam;
import org.hirundo.domain.id.RoomId;

/**
 * Where a page of the directory starts, {@code n<members>_<room>} for the rooms after it or {@code p…} for those before: the
 * direction is in the token alone (spec, "GET /publicRooms").
 */
record DirectoryToken(DirectoryPosition position, boolean backwards) {

    private static final Pattern FORM = Pattern.compile("([np])(\\d{1,9})_(!.{1,255})", Pattern.DOTALL);

    static DirectoryToken parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidParam("Not a token of the room directory: " + text);
        }
        return new DirectoryToken(
                new DirectoryPosition(Integer.parseInt(matcher.group(2)), new RoomId(matcher.group(3))),
                matcher.group(1).equals("p"));
    }

    @Override
    public String toString() {
        return (backwards ? "p" : "n") + position.joinedMembers() + "_" + position.room();
    }
}
