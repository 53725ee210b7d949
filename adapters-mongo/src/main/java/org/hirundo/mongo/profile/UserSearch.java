package org.hirundo.mongo.profile;

import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.JoinRule;
import org.hirundo.domain.room.Membership;
import org.hirundo.mongo.common.Fields;

/** The search for users by words, as one aggregation over their profiles. */
final class UserSearch {

    /** No word has a character behind this one. */
    private static final String LAST = "\uDBFF\uDFFF";

    private static final String MEETING = "meeting";

    private UserSearch() {}

    static List<Bson> pipeline(UserId searcher, Set<String> words, int limit) {
        var found = new ArrayList<Bson>();
        words.forEach(word ->
                found.add(elemMatch(ProfileDocument.TERMS, new Document("$gte", word).append("$lt", word + LAST))));
        found.add(ne(Fields.ID, searcher.toString()));
        return List.of(
                match(and(found)),
                sort(ascending(Fields.ID)),
                project(include(Fields.ID)),
                meetings(searcher),
                match(ne(MEETING, List.of())),
                limit(limit));
    }

    /** One of the rooms in which the user can be met: to which the searcher is joined as well, or which is open to everybody. */
    private static Document meetings(UserId searcher) {
        var stages = List.of(
                Document.parse("{$match: {$expr: {$eq: ['$_id.user', '$$user']}, membership: '%s'}}"
                        .formatted(Membership.JOIN)),
                lookup("rooms", "{room: '$_id.room'}", List.of(open()), "open"),
                lookup("memberships", "{room: '$_id.room'}", List.of(joined(searcher)), "shared"),
                Document.parse("{$match: {$or: [{open: {$ne: []}}, {shared: {$ne: []}}]}}"),
                Document.parse("{$limit: 1}"));
        return lookup("memberships", "{user: '$_id'}", stages, MEETING);
    }

    private static Document open() {
        return Document.parse("""
                {$match: {$expr: {$eq: ['$_id', '$$room']}, $or: [
                    {'summary.joinRule': '%s'}, {'summary.worldReadable': true}]}}
                """.formatted(JoinRule.PUBLIC));
    }

    private static Document joined(UserId searcher) {
        var membership = Membership.JOIN.toString();
        var id = new Document("room", "$$room").append("user", new Document("$literal", searcher.toString()));
        return new Document(
                "$match",
                new Document("$expr", new Document("$eq", List.of("$_id", id))).append("membership", membership));
    }

    private static Document lookup(String from, String variables, List<Document> stages, String as) {
        return new Document(
                "$lookup",
                new Document("from", from)
                        .append("let", Document.parse(variables))
                        .append("pipeline", stages)
                        .append("as", as));
    }
}
