/** Signing in with a QR code (MSC4388). Read {@link org.hirundo.rest.client.rendezvous.RendezvousResource}. */
@NullMarked
package org.hirundo.rest.client.rendezvous;

import org.jspecify.annotations.NullMarked;
