package org.hirundo.domain.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 of the JDK, which has no way in for raw keys but their encodings. */
public final class JdkEd25519 implements Ed25519 {

    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    @Override
    public byte[] sign(byte[] message, byte[] seed) {
        return attempt(() -> {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(keyPair(seed).getPrivate());
            signature.update(message);
            return signature.sign();
        });
    }

    @Override
    public boolean verify(byte[] message, byte[] signature, byte[] publicKey) {
        try {
            var encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + publicKey.length);
            System.arraycopy(publicKey, 0, encoded, X509_PREFIX.length, publicKey.length);
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public byte[] publicKey(byte[] seed) {
        var encoded = keyPair(seed).getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, X509_PREFIX.length, encoded.length);
    }

    private static KeyPair keyPair(byte[] seed) {
        return attempt(() -> {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, new SecureRandom() {
                @Override
                public void nextBytes(byte[] bytes) {
                    System.arraycopy(seed, 0, bytes, 0, bytes.length);
                }
            });
            return generator.generateKeyPair();
        });
    }

    private interface Attempt<T> {
        T get() throws GeneralSecurityException;
    }

    private static <T> T attempt(Attempt<T> attempt) {
        try {
            return attempt.get();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
