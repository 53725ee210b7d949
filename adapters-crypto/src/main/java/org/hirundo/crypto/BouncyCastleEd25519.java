package org.hirundo.crypto;

import static org.bouncycastle.math.ec.rfc8032.Ed25519.PUBLIC_KEY_SIZE;
import static org.bouncycastle.math.ec.rfc8032.Ed25519.SECRET_KEY_SIZE;
import static org.bouncycastle.math.ec.rfc8032.Ed25519.SIGNATURE_SIZE;

import java.security.MessageDigest;
import org.hirundo.domain.crypto.Ed25519;
import org.jspecify.annotations.Nullable;

/**
 * Ed25519 of RFC 8032. Safe for concurrent use.
 *
 * <p>Signing needs the public key too, and computing it costs as much as the signature. A server signs everything with one
 * key, so the pair that was used last is remembered.
 */
public final class BouncyCastleEd25519 implements Ed25519 {

    private volatile @Nullable KeyPair lastUsed;

    @SuppressWarnings("ArrayRecordComponent") // never compared: it only keeps two arrays together
    private record KeyPair(byte[] seed, byte[] publicKey) {}

    @Override
    public byte[] sign(byte[] message, byte[] seed) {
        var keys = keyPair(seed);
        var signature = new byte[SIGNATURE_SIZE];
        org.bouncycastle.math.ec.rfc8032.Ed25519.sign(
                keys.seed(), 0, keys.publicKey(), 0, message, 0, message.length, signature, 0);
        return signature;
    }

    @Override
    public boolean verify(byte[] message, byte[] signature, byte[] publicKey) {
        return signature.length == SIGNATURE_SIZE
                && publicKey.length == PUBLIC_KEY_SIZE
                && org.bouncycastle.math.ec.rfc8032.Ed25519.verify(
                        signature, 0, publicKey, 0, message, 0, message.length);
    }

    @Override
    public byte[] publicKey(byte[] seed) {
        return keyPair(seed).publicKey().clone();
    }

    private KeyPair keyPair(byte[] seed) {
        if (seed.length != SECRET_KEY_SIZE) {
            throw new IllegalArgumentException("An Ed25519 seed has " + SECRET_KEY_SIZE + " bytes, not " + seed.length);
        }
        var known = lastUsed;
        if (known != null && MessageDigest.isEqual(known.seed(), seed)) {
            return known;
        }
        var publicKey = new byte[PUBLIC_KEY_SIZE];
        org.bouncycastle.math.ec.rfc8032.Ed25519.generatePublicKey(seed, 0, publicKey, 0);
        var computed = new KeyPair(seed.clone(), publicKey);
        lastUsed = computed;
        return computed;
    }
}
