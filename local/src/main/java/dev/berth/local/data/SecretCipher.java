package dev.berth.local.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-GCM, bound to the secret's name: a value that was moved to another name does not decrypt.
final class SecretCipher {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    SecretCipher(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalStateException("The vault's key file is damaged: restore it, or remove the vault's folder"
                    + " and store the secrets again");
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    static byte[] newKey() {
        return random(KEY_BYTES);
    }

    byte[] encrypt(String name, String value) {
        var nonce = random(NONCE_BYTES);
        var encrypted = apply(Cipher.ENCRYPT_MODE, name, nonce, value.getBytes(UTF_8));
        return ByteBuffer.allocate(nonce.length + encrypted.length)
                .put(nonce)
                .put(encrypted)
                .array();
    }

    String decrypt(String name, byte[] stored) {
        var bytes = ByteBuffer.wrap(stored);
        var nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        var encrypted = new byte[bytes.remaining()];
        bytes.get(encrypted);
        return new String(apply(Cipher.DECRYPT_MODE, name, nonce, encrypted), UTF_8);
    }

    private byte[] apply(int mode, String name, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(name.getBytes(UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("The stored secret '" + name + "' cannot be decrypted", damaged);
        }
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
