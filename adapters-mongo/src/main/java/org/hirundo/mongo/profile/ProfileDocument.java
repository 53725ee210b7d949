package org.hirundo.mongo.profile;

import org.bson.Document;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.Json;

/** A profile as it is stored; its identity is the user id, its revision counts the changes. */
final class ProfileDocument {

    static final String COLLECTION = "profiles";
    static final String REVISION = "revision";

    private ProfileDocument() {}

    static Document of(UserId user, JsonObject profile, long revision) {
        return new Document(Fields.ID, user.toString())
                .append("profile", Json.stored(profile))
                .append(REVISION, revision);
    }

    static JsonObject profile(Document document) {
        return Json.object(document, "profile");
    }

    static long nextRevision(Document document) {
        return document.getLong(REVISION) + 1;
    }
}
