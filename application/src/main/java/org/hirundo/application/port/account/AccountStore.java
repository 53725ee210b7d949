package org.hirundo.application.port.account;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hirundo.domain.id.UserId;

/** The accounts of this server. */
public interface AccountStore {

    /** Creates the account; false, and nothing is changed, when the user id is taken (deactivated ones stay taken). */
    boolean create(Account account);

    /** The account, or empty. */
    Optional<Account> find(UserId user);

    /** Replaces all of the account but its user id, kind and creation time; false when there is none. */
    boolean update(Account account);

    /**
     * Makes a user of a guest, with a password; false, and nothing is changed, when the account is not a guest's or is closed. Of
     * several callers at once one is told true.
     */
    boolean upgradeGuest(UserId guest, String passwordHash);

    /** The accounts of those of the users who have one. One read. */
    Map<UserId, Account> find(Set<UserId> users);

    /** How many accounts there are, deactivated ones too. */
    long count();
}
