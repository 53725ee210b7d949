/** Proofs for services and credentials for calls, on the paths of the client-server API. */
@NullMarked
package org.hirundo.rest.client.voip;

import org.jspecify.annotations.NullMarked;
