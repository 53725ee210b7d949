/**
 * Places where two devices that saw each other's QR code meet, to sign one of them in. Read {@link
 * org.hirundo.application.rendezvous.CreateRendezvous}.
 *
 * @see <a href="https://github.com/matrix-org/matrix-spec-proposals/pull/4388">MSC4388</a>
 */
@NullMarked
package org.hirundo.application.rendezvous;

import org.jspecify.annotations.NullMarked;
