package org.hirundo.domain.event;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hirundo.domain.id.UserId;

/** How state keys say whose the state is. One that starts with {@code @} is owned, all others are everybody's. */
public enum StateKeys {

    /** The owner is the user whose id is the whole key. */
    WHOLE {
        @Override
        public boolean isWellFormed(String key) {
            return true;
        }

        @Override
        public Optional<UserId> owner(String key) {
            return UserId.find(key);
        }

        @Override
        int maxBytes() {
            return MAX_BYTES;
        }
    },

    /**
     * The owner is the user whose id is the key up to the first underscore after the colon, or to its end; so a user can own
     * several states of a type.
     *
     * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/3757">MSC3757, restricting who can overwrite a state
     *     event</a>
     */
    PREFIXED {
        @Override
        public boolean isWellFormed(String key) {
            if (!key.startsWith("@")) {
                return bytes(key) <= MAX_BYTES;
            }
            return owner(key).isPresent() && bytes(key.substring(end(key))) <= MAX_BYTES + 1;
        }

        @Override
        public Optional<UserId> owner(String key) {
            return UserId.find(key.substring(0, end(key)));
        }

        /** A user id, the underscore, and what would be a key by itself. */
        @Override
        int maxBytes() {
            return 2 * MAX_BYTES + 1;
        }

        private static int end(String key) {
            int underscore = key.indexOf('_', Math.max(0, key.indexOf(':')));
            return underscore < 0 ? key.length() : underscore;
        }
    };

    private static final int MAX_BYTES = 255;

    /**
     * Whether a key may be that is within the limit of all keys: where it has to name its owner, with a user id, and what is left
     * of it within the limit as well.
     */
    public abstract boolean isWellFormed(String key);

    /** The user who owns the state, if the key names one. */
    public abstract Optional<UserId> owner(String key);

    /** The most bytes of any key. */
    abstract int maxBytes();

    private static int bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8).length;
    }
}
