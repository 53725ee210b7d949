package org.hirundo.application.media;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import org.hirundo.application.port.media.MediaStore;
import org.hirundo.domain.id.MxcUri;
import org.hirundo.domain.id.UserId;

/** All that a user uploaded is deleted, with its thumbnails, as when the user is erased. */
@Singleton
public final class DeleteMediaOfUser {

    private static final int BATCH = 100;

    private final MediaStore store;
    private final MediaRemoval removal;

    @Inject
    DeleteMediaOfUser(MediaStore store, MediaRemoval removal) {
        this.store = store;
        this.removal = removal;
    }

    /**
     * Deletes the user's media, and the reserved ids that wait for their uploads. Done again after it was interrupted, it goes on.
     *
     * @throws IOException when bytes cannot be deleted; a sweep does that later
     */
    public void delete(UserId user) throws IOException {
        for (List<MxcUri> some = store.of(user, BATCH); !some.isEmpty(); some = store.of(user, BATCH)) {
            removal.remove(some);
        }
    }
}
