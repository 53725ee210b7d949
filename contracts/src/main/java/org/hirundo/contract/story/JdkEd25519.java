package org.hirundo.contract.story;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import org.hirundo.domain.crypto.Ed25519;

/** Ed25519 as the JDK has it: slow, and all that a story needs. */
final class JdkEd25519 implements Ed25519 {

    private static final NamedParameterSpec CURVE = NamedParameterSpec.ED25519;

    @Override
    public byte[] sign(byte[] message, byte[] seed) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(KeyFactory.getInstance("Ed25519").generatePrivate(new EdECPrivateKeySpec(CURVE, seed)));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean verify(byte[] message, byte[] signature, byte[] publicKey) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            var key = new EdECPublicKeySpec(CURVE, point(publicKey));
            verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(key));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public byte[] publicKey(byte[] seed) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(CURVE, new FixedSeed(seed));
            var point = ((EdECPublicKey) generator.generateKeyPair().getPublic()).getPoint();
            var bytes = reversed(point.getY().toByteArray());
            var key = Arrays.copyOf(bytes, 32);
            if (point.isXOdd()) {
                key[31] |= (byte) 0x80;
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EdECPoint point(byte[] publicKey) {
        var bytes = publicKey.clone();
        boolean xOdd = (bytes[31] & 0x80) != 0;
        bytes[31] &= 0x7f;
        return new EdECPoint(xOdd, new BigInteger(1, reversed(bytes)));
    }

    private static byte[] reversed(byte[] bytes) {
        var reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    /** A generator makes its private key of the first bytes it is given. */
    private static final class FixedSeed extends SecureRandom {

        private final byte[] seed;

        FixedSeed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, Math.min(seed.length, bytes.length));
        }
    }
}
