package org.hirundo.mongo.profile;

import java.util.List;
import org.bson.Document;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.domain.profile.SearchTerms;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.Json;

/** A profile as it is stored; its identity is the user id, its revision counts the changes. */
final class ProfileDocument {

    static final String COLLECTION = "profiles";
    static final String REVISION = "revision";

    /** The words by which the user is found. */
    static final String TERMS = "terms";

    private ProfileDocument() {}

    static Document of(UserId user, JsonObject profile, long revision) {
        return new Document(Fields.ID, user.toString())
                .append("profile", Json.stored(profile))
                .append(REVISION, revision)
                .append(TERMS, List.copyOf(SearchTerms.of(user, profile)));
    }

    static JsonObject profile(Document document) {
        return Json.object(document, "profile");
    }

    static long nextRevision(Document document) {
        return document.getLong(REVISION) + 1;
    }
}
