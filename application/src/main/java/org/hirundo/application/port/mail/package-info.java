/** Mails to users. Read {@link org.hirundo.application.port.mail.Mailer} first. */
@NullMarked
package org.hirundo.application.port.mail;

import org.jspecify.annotations.NullMarked;
