package org.hirundo.application.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.hirundo.application.media.DeleteMediaOfUser;
import org.hirundo.application.port.accountdata.AccountDataStore;
import org.hirundo.application.port.backup.KeyBackupStore;
import org.hirundo.application.port.profile.ProfileStore;
import org.hirundo.application.port.stream.AccountDataChange;
import org.hirundo.application.port.stream.StreamPosition;
import org.hirundo.application.stream.Committer;
import org.hirundo.application.stream.Stream;
import org.hirundo.domain.id.UserId;
import org.hirundo.domain.json.JsonObject;

/** Erases what the server keeps for a user besides events: account data, profile, key backups, media. */
@Singleton
final class Erasure {

    private static final System.Logger LOG = System.getLogger(Erasure.class.getName());

    private final AccountDataStore accountData;
    private final ProfileStore profiles;
    private final KeyBackupStore backups;
    private final DeleteMediaOfUser media;
    private final Committer committer;
    private final Stream stream;

    @Inject
    Erasure(
            AccountDataStore accountData,
            ProfileStore profiles,
            KeyBackupStore backups,
            DeleteMediaOfUser media,
            Committer committer,
            Stream stream) {
        this.accountData = accountData;
        this.profiles = profiles;
        this.backups = backups;
        this.media = media;
        this.committer = committer;
        this.stream = stream;
    }

    void erase(UserId user) {
        var changes = accountData.changed(user, StreamPosition.START, stream.position()).stream()
                .map(entry ->
                        committer.submit(new AccountDataChange(user, entry.room(), entry.type(), JsonObject.EMPTY)))
                .toList();
        profiles.update(user, profile -> JsonObject.EMPTY);
        for (var backup = backups.current(user); backup.isPresent(); backup = backups.current(user)) {
            backups.delete(user, backup.get().version());
        }
        deleteMedia(user);
        changes.forEach(change -> change.await());
    }

    /** Nobody can read the media any more when only deleting their bytes failed, and a sweep deletes these later. */
    private void deleteMedia(UserId user) {
        try {
            media.delete(user);
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.WARNING, "Bytes of deleted media are left to a sweep", failure);
        }
    }
}
