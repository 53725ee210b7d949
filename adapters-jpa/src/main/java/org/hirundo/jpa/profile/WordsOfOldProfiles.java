package org.hirundo.jpa.profile;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.migration.Context;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.profile.SearchTerms;
import org.hirundo.jpa.common.ComputedMigration;
import org.hirundo.jpa.common.StoredJson;
import org.hirundo.jpa.common.StoredText;

/** Fills in the words of the profiles that were there before users could be searched. */
public final class WordsOfOldProfiles extends ComputedMigration {

    private static final String PROFILES = """
            select user_id, body from profile where user_id > ? order by user_id limit %d
            """.formatted(BATCH);

    private static final String INSERT = "insert into profile_term (id, user_id, term) values (?, ?, ?)";

    /** The step. */
    public WordsOfOldProfiles() {
        super("3.1", "words of old profiles");
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var last = "";
        for (var batch = read(context.getConnection(), last);
                !batch.isEmpty();
                batch = read(context.getConnection(), last)) {
            write(context.getConnection(), batch);
            last = batch.getLast().user().toString();
        }
    }

    private record Term(UserId user, String word) {}

    private static List<Term> read(Connection connection, String after) throws SQLException {
        var terms = new ArrayList<Term>();
        try (var select = connection.prepareStatement(PROFILES)) {
            select.setString(1, after);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var user = UserId.parse(rows.getString(1));
                    SearchTerms.of(user, StoredJson.object(rows.getBytes(2)))
                            .forEach(word -> terms.add(new Term(user, word)));
                }
            }
        }
        return terms;
    }

    private static void write(Connection connection, List<Term> terms) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            for (var term : terms) {
                insert.setString(1, ProfileTermRow.id(term.user(), term.word()));
                insert.setString(2, term.user().toString());
                insert.setString(3, StoredText.of(term.word()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
