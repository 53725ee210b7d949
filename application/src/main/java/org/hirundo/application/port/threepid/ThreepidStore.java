package org.hirundo.application.port.threepid;

import java.util.List;
import java.util.Optional;
import org.hirundo.domain.id.EmailAddress;
import org.hirundo.domain.id.UserId;

/** The third-party identifiers of accounts, each of one account at most. */
public interface ThreepidStore {

    /**
     * Adds the identifier to the account, in place of the same one with other times; false, and nothing is changed, when it is
     * another account's. Of several accounts that want it at once one gets it.
     */
    boolean add(UserId user, Threepid threepid);

    /** Whose the address is. */
    Optional<UserId> owner(EmailAddress address);

    /** The identifiers of the account, by address. */
    List<Threepid> of(UserId user);

    /** Takes the identifier from the account; false when the account has it not. */
    boolean remove(UserId user, EmailAddress address);

    /** Takes all identifiers from the account. */
    void removeAll(UserId user);
}
