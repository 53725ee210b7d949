package org.hirundo.application.account;

import org.hirundo.domain.id.UserId;

/** The user ids that application services have for themselves. */
@FunctionalInterface
public interface ExclusiveUsers {

    /** Whether an application service has the user id for itself. */
    boolean isExclusive(UserId user);
}
