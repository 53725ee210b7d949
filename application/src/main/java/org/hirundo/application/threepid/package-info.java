/**
 * Third-party identifiers: how people show that a mail address is theirs, and what they can do with it then.
 *
 * <p>Read {@link org.hirundo.application.threepid.RequestValidation} first, then {@link
 * org.hirundo.application.threepid.ConfirmValidation}.
 *
 * @see <a href="https://spec.matrix.org/v1.19/client-server-api/#adding-account-administrative-contact-information">Account
 *     administrative contact information</a>
 */
@NullMarked
package org.hirundo.application.threepid;

import org.jspecify.annotations.NullMarked;
