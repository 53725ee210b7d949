package org.hirundo.jpa.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.directory.DirectoryStore.DirectoryPosition;
import org.hirundo.application.port.directory.RoomList;
import org.hirundo.jpa.common.StoredText;
import org.hirundo.jpa.room.RoomSummaries;

/** The query for a page of the published rooms; a page backwards comes in reverse order. */
final class PublishedRoomsQuery {

    private static final String OF_SERVER = "s.room in (select p.room from PublishedRoomRow p)";

    private final StringBuilder jpql;
    private final List<Object> parameters = new ArrayList<>();

    private PublishedRoomsQuery(String selected, RoomList list) {
        jpql = new StringBuilder("select " + selected + " from RoomSummaryRow s where ");
        jpql.append(
                switch (list) {
                    case RoomList.OfServer() -> OF_SERVER;
                    case RoomList.OfNetwork(var instance) ->
                        "s.room in (select n.room from NetworkRoomRow n where n.network = " + parameter(instance) + ")";
                    case RoomList.OfAll() -> "(" + OF_SERVER + " or s.room in (select n.room from NetworkRoomRow n))";
                });
    }

    /** How many rooms there are in the list. */
    static PublishedRoomsQuery counting(RoomList list) {
        return new PublishedRoomsQuery("count(s)", list);
    }

    PublishedRoomsQuery(
            RoomList list,
            Optional<String> searchTerm,
            Set<String> roomTypes,
            Optional<DirectoryPosition> after,
            boolean backwards) {
        this("s", list);
        searchTerm.ifPresent(this::search);
        if (!roomTypes.isEmpty()) {
            jpql.append(" and coalesce(s.roomType, '') in ")
                    .append(parameter(roomTypes.stream().map(StoredText::of).toList()));
        }
        after.ifPresent(position -> startFrom(position, backwards));
        jpql.append(backwards ? " order by s.joinedMembers, s.room desc" : " order by s.joinedMembers desc, s.room");
    }

    private void search(String term) {
        var literal =
                RoomSummaries.folded(term).replace("!", "!!").replace("%", "!%").replace("_", "!_");
        var pattern = parameter("%" + literal + "%");
        jpql.append(" and (");
        var separator = "";
        for (var text : List.of("foldedName", "foldedTopic", "foldedAlias", "foldedRoom")) {
            jpql.append(separator)
                    .append("s.")
                    .append(text)
                    .append(" like ")
                    .append(pattern)
                    .append(" escape '!'");
            separator = " or ";
        }
        jpql.append(')');
    }

    private void startFrom(DirectoryPosition position, boolean backwards) {
        var members = parameter(position.joinedMembers());
        var room = parameter(position.room().toString());
        var fewer = backwards ? '>' : '<';
        var later = backwards ? '<' : '>';
        jpql.append(" and (s.joinedMembers %c %s or s.joinedMembers = %s and s.room %c %s)"
                .formatted(fewer, members, members, later, room));
    }

    private String parameter(Object value) {
        parameters.add(value);
        return "?" + parameters.size();
    }

    String jpql() {
        return jpql.toString();
    }

    Object[] parameters() {
        return parameters.toArray();
    }
}
