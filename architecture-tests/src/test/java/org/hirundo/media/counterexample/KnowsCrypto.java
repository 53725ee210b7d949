package org.hirundo.media.counterexample;

import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.hirundo.crypto.BouncyCastleEd25519;

/** Signs thumbnails. */
public final class KnowsCrypto {

    Ed25519 signing(BouncyCastleEd25519 signatures) {
        throw new UnsupportedOperationException(signatures.toString());
    }
}
