package org.hirundo.application.login;

import org.hirundo.application.port.account.Account;

/** Users who are known to a service that this server trusts, and come for the first time. */
public interface Newcomers {

    /**
     * The account of the user, made if there is none.
     *
     * @throws org.hirundo.domain.error.MatrixException when there can be no such user here
     */
    Account account(String localpart);
}
