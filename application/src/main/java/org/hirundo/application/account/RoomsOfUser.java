package org.hirundo.application.account;

import org.hirundo.domain.id.UserId;

/** The rooms that a user is in, for those who care about the user and not about rooms. */
@FunctionalInterface
public interface RoomsOfUser {

    /**
     * Makes the user leave all rooms, and reject all invites. Rooms that cannot be left do not keep the caller from
     * going on.
     */
    void leaveAll(UserId user);
}
