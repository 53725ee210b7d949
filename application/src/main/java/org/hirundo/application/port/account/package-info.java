/**
 * Local accounts and filters they uploaded. Read {@link org.hirundo.application.port.account.AccountStore} first.
 */
@NullMarked
package org.hirundo.application.port.account;

import org.jspecify.annotations.NullMarked;
