/** How mails are sent, see {@link org.hirundo.remote.mail.SmtpMailer}. */
@NullMarked
package org.hirundo.remote.mail;

import org.jspecify.annotations.NullMarked;
