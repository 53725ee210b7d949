package org.hirundo.application.port.stream;

import java.util.Optional;

/** How far those have come who follow the stream behind its back. */
public interface FollowerStore {

    /** Up to where the follower of this name has followed; empty when it never did. */
    Optional<StreamPosition> cursor(String follower);

    /** Notes up to where the follower has followed. */
    void move(String follower, StreamPosition to);
}
