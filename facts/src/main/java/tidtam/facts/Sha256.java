package tidtam.facts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in lower-case hexadecimal. */
public final class Sha256 {
    private Sha256() {}

    /** Of some bytes, in full. */
    public static String of(byte[] bytes) {
        return hex(start(), bytes);
    }

    /** Of a text in UTF-8, the first of its bytes: what identifies something by all that the text says of it. */
    public static String of(String identity, int bytes) {
        return HexFormat.of().formatHex(start().digest(identity.getBytes(StandardCharsets.UTF_8)), 0, bytes);
    }

    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public static String hex(MessageDigest digest, byte[] last) {
        return HexFormat.of().formatHex(digest.digest(last));
    }
}
