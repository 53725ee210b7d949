package org.hirundo.application.account;

import org.hirundo.domain.id.UserId;

/** The rooms that a user is in, for those who care about the user and not about rooms. */
@FunctionalInterface
public interface RoomsOfUser {

    /**
     * Makes the user leave all rooms, and reject all invites. A room that cannot be left does not keep the user in the others.
     */
    void leaveAll(UserId user);
}
