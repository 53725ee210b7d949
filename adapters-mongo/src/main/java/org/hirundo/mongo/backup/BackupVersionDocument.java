package org.hirundo.mongo.backup;

import com.mongodb.client.model.Updates;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.hirundo.application.port.backup.KeyBackupStore.BackupVersion;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;
import org.hirundo.mongo.common.Fields;
import org.hirundo.mongo.common.Json;

/**
 * A backup version as it is stored; its identity is the user and the number of the version. What is left of a deleted one
 * keeps its number from being used again.
 */
final class BackupVersionDocument {

    static final String COLLECTION = "key_backup_versions";
    static final String ETAG = "etag";
    static final String COUNT = "count";
    static final String DELETED = "deleted";

    private static final String AUTH_DATA = "authData";
    private static final String ALGORITHM = "algorithm";

    private BackupVersionDocument() {}

    static Document user(UserId user) {
        return new Document("user", user.toString());
    }

    static Document id(UserId user, long version) {
        return user(user).append("version", version);
    }

    /** The number that a version's name is, empty when it is the name of none. */
    static Optional<Long> number(String version) {
        boolean wellFormed = version.length() < 19
                && !version.startsWith("0")
                && version.chars().allMatch(unit -> unit >= '0' && unit <= '9')
                && !version.isEmpty();
        return wellFormed ? Optional.of(Long.parseLong(version)) : Optional.empty();
    }

    static Document of(UserId user, long version, String algorithm, JsonObject authData) {
        return new Document(Fields.ID, id(user, version))
                .append(ALGORITHM, algorithm)
                .append(AUTH_DATA, Json.stored(authData))
                .append(ETAG, 0L)
                .append(COUNT, 0L)
                .append(DELETED, false);
    }

    static Bson changeTo(JsonObject authData) {
        return Updates.set(AUTH_DATA, Json.stored(authData));
    }

    static long number(Document document) {
        return Fields.id(document).getLong("version");
    }

    static BackupVersion version(Document document) {
        return new BackupVersion(
                Long.toString(number(document)),
                document.getString(ALGORITHM),
                Json.object(document, AUTH_DATA),
                document.getLong(ETAG),
                document.getLong(COUNT));
    }
}
