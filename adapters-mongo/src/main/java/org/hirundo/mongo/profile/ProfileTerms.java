package org.hirundo.mongo.profile;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.set;

import java.util.List;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.profile.SearchTerms;
import org.hirundo.mongo.common.Database;
import org.hirundo.mongo.common.Fields;

/** Fills in the words of profiles that were there before users could be searched, and makes the index on them. */
public final class ProfileTerms {

    private ProfileTerms() {}

    /** May be run again; a profile that is changed meanwhile gets its words from the change. */
    public static void create(Database database) {
        var profiles = database.collection(ProfileDocument.COLLECTION);
        database.run(() -> {
            profiles.createIndex(ascending(ProfileDocument.TERMS));
            for (var document : profiles.find(exists(ProfileDocument.TERMS, false))) {
                var user = UserId.parse(document.getString(Fields.ID));
                var terms = SearchTerms.of(user, ProfileDocument.profile(document));
                profiles.updateOne(
                        and(eq(Fields.ID, user.toString()), exists(ProfileDocument.TERMS, false)),
                        set(ProfileDocument.TERMS, List.copyOf(terms)));
            }
        });
    }
}
