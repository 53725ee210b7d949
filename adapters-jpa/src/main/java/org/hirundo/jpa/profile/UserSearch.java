package org.hirundo.jpa.profile;

import java.util.Set;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.room.JoinRule;
import org.hirundo.domain.room.Membership;
import org.hirundo.jpa.common.Parameters;
import org.hirundo.jpa.common.StoredText;

/** The query for users by words. */
final class UserSearch {

    /** No word has a character behind this one. */
    private static final String LAST = "\uDBFF\uDFFF";

    private final Parameters parameters = new Parameters();
    private final String searcher;
    private final Set<String> words;
    private final int limit;

    UserSearch(UserId searcher, Set<String> words, int limit) {
        this.searcher = searcher.toString();
        this.words = words;
        this.limit = limit;
    }

    Parameters parameters() {
        return parameters;
    }

    /** Finds user and how many words they have; the first word leads, the others are looked for among that user's. */
    String sql() {
        var sql = new StringBuilder("select f.user_id, count(*) from profile_term f where ");
        boolean first = true;
        for (var word : words) {
            sql.append(first ? "" : " and exists (select 1 from profile_term t where t.user_id = f.user_id and ")
                    .append(beginsWith(first ? "f.term" : "t.term", StoredText.of(word)))
                    .append(first ? "" : ")");
            first = false;
        }
        return sql.append(" and f.user_id <> ")
                .append(parameters.add(searcher))
                .append(" and (")
                .append(sharesRoom())
                .append(" or ")
                .append(isInPublic())
                .append(") group by f.user_id order by f.user_id limit ")
                .append(limit)
                .toString();
    }

    private String beginsWith(String column, String word) {
        return column + " >= " + parameters.add(word) + " and " + column + " < " + parameters.add(word + LAST);
    }

    private String sharesRoom() {
        return """
                exists (select 1 from membership m join membership s on s.room = m.room
                    where m.user_id = f.user_id and m.membership = %s and s.user_id = %s and s.membership = %s)
                """.formatted(joined(), parameters.add(searcher), joined());
    }

    private String isInPublic() {
        return """
                exists (select 1 from membership m join room_summary r on r.room = m.room
                    where m.user_id = f.user_id and m.membership = %s and (r.join_rule = %s or r.world_readable))
                """.formatted(joined(), parameters.add(JoinRule.PUBLIC.toString()));
    }

    private String joined() {
        return parameters.add(Membership.JOIN.toString());
    }
}
