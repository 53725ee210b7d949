package org.hirundo.jpa.room;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.application.port.directory.DirectoryStore.DirectoryPosition;
import org.hirundo.application.port.directory.DirectoryStore.PublishedRoom;
import org.hirundo.jpa.common.Dialect;
import org.hirundo.jpa.common.Text;

/** Puts together the query for a page of the published rooms, whose public faces are here. */
public final class PublishedRoomsQuery {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private boolean backwards;

    /** Only rooms with the term in one of their texts. */
    public PublishedRoomsQuery search(Optional<String> term, Dialect dialect) {
        term.ifPresent(part -> {
            conditions.add("function('" + dialect.indexOf() + "', s.searchText, :term) > 0");
            parameters.put("term", SearchText.folded(part));
        });
        return this;
    }

    /** Only rooms of these types, where an empty string stands for rooms without one; an empty set changes nothing. */
    public PublishedRoomsQuery types(Set<String> types) {
        if (!types.isEmpty()) {
            var named = new HashSet<String>();
            types.stream().filter(type -> !type.isEmpty()).map(Text::stored).forEach(named::add);
            var alternatives = new ArrayList<String>();
            if (types.contains("")) {
                alternatives.add("s.roomType is null");
            }
            if (!named.isEmpty()) {
                alternatives.add("s.roomType in :types");
                parameters.put("types", named);
            }
            conditions.add("(" + String.join(" or ", alternatives) + ")");
        }
        return this;
    }

    /** Only rooms beyond the position; the page is the one next to it. */
    public PublishedRoomsQuery from(Optional<DirectoryPosition> after, boolean towardsTheBeginning) {
        backwards = towardsTheBeginning;
        after.ifPresent(position -> {
            conditions.add(
                    backwards
                            ? "(s.joinedMembers > :members or (s.joinedMembers = :members and s.roomId < :room))"
                            : "(s.joinedMembers < :members or (s.joinedMembers = :members and s.roomId > :room))");
            parameters.put("members", position.joinedMembers());
            parameters.put("room", Text.stored(position.room()));
        });
        return this;
    }

    /** The page. */
    public List<PublishedRoom> run(EntityManager entities, int limit) {
        var order = backwards ? "s.joinedMembers, s.roomId desc" : "s.joinedMembers desc, s.roomId";
        var where = conditions.isEmpty() ? "" : " and " + String.join(" and ", conditions);
        var query = entities.createQuery(
                "select s from RoomSummaryRow s, PublishedRoomRow p where p.roomId = s.roomId" + where + " order by "
                        + order,
                RoomSummaryRow.class);
        parameters.forEach(query::setParameter);
        var page = query.setMaxResults(limit).getResultList().stream()
                .map(row -> new PublishedRoom(row.room(), row.toSummary()))
                .toList();
        return backwards ? page.reversed() : page;
    }
}
