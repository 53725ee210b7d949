package org.hirundo.application.port.backup;

import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.hirundo.domain.id.RoomId;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/** Key backups by user and version. Versions are numbered per user from 1 and never used again. */
public interface KeyBackupStore {

    /** A backup version. {@code etag} changes with every change of its keys. */
    record BackupVersion(String version, String algorithm, JsonObject authData, long etag, long count) {}

    /** Begins a new version, which is the current one then. */
    BackupVersion create(UserId user, String algorithm, JsonObject authData);

    /** The current (newest) version that is not deleted. */
    Optional<BackupVersion> current(UserId user);

    /** The version, empty when it is not known or deleted. */
    Optional<BackupVersion> version(UserId user, String version);

    /** Replaces the authentication data; false when the version is not there. */
    boolean updateAuthData(UserId user, String version, JsonObject authData);

    /** Deletes a version with its keys; false when it is not there. */
    boolean delete(UserId user, String version);

    /**
     * Puts keys in one transaction. Where there is a key of the same session already, {@code better} decides which of
     * (old, new) stays; the etag moves only when something changed.
     *
     * @return the version afterwards; empty when it is not there
     */
    Optional<BackupVersion> put(
            UserId user,
            String version,
            Map<RoomId, Map<String, JsonObject>> sessions,
            BinaryOperator<JsonObject> better);

    /**
     * The keys by room and session id.
     *
     * @param room only those of this room
     * @param session only that of this session
     */
    Map<RoomId, Map<String, JsonObject>> keys(
            UserId user, String version, Optional<RoomId> room, Optional<String> session);

    /**
     * Deletes keys, narrowed down as in {@link #keys}.
     *
     * @return the version afterwards; empty when it is not there
     */
    Optional<BackupVersion> deleteKeys(UserId user, String version, Optional<RoomId> room, Optional<String> session);
}
