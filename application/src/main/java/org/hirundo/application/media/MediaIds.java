package org.hirundo.application.media;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.random.RandomGenerator;
import org.hirundo.application.config.Identity;
import org.hirundo.domain.id.MxcUri;

/** URIs for new media. Nobody guesses one: on the old paths, to know it is to be allowed to read it. */
@Singleton
final class MediaIds {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 24;

    private final Identity identity;
    private final RandomGenerator random;

    @Inject
    MediaIds(Identity identity, RandomGenerator random) {
        this.identity = identity;
        this.random = random;
    }

    MxcUri next() {
        var id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new MxcUri(identity.server(), id.toString());
    }
}
