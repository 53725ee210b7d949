/**
 * Third-party identifiers ({@code administrative_contact.yaml}) and the pages that links in mails lead to.
 *
 * <p>Read {@link org.hirundo.rest.client.threepid.ThreepidResource} first.
 */
@NullMarked
package org.hirundo.rest.client.threepid;

import org.jspecify.annotations.NullMarked;
