package tidtam.app.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Hashes passwords with Argon2id, by the least that OWASP's cheat sheet on password storage asks for: 19 MiB, two passes. */
final class Passwords {
    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT = 16;
    private static final int HASH = 32;
    /** So many are hashed at once, lest sign-ins take all the memory. */
    private static final int AT_ONCE = 4;

    private static final Pattern STORED =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([^$]+)\\$([^$]+)");
    /** Of those that are at least as long as asked, the ones that are guessed first. */
    private static final Set<String> COMMON = Set.of(
            "123456789012",
            "1234567890123",
            "12345678901234",
            "123456789123",
            "1234567891011",
            "123123123123",
            "111111111111",
            "000000000000",
            "987654321987",
            "password1234",
            "password12345",
            "password123456",
            "passwordpassword",
            "qwertyuiop12",
            "qwertyuiop123",
            "qwertyuiopasdf",
            "qwertyqwerty",
            "1q2w3e4r5t6y",
            "1qaz2wsx3edc",
            "abcdefghijkl",
            "administrator",
            "administrator1",
            "adminadminadmin",
            "changemechangeme",
            "letmeinletmein",
            "iloveyouiloveyou",
            "thailand1234",
            "thailandthailand",
            "tidtamtidtam",
            "รหัสผ่านรหัสผ่าน");

    private static final String PARAMETERS = "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$";
    /** Compared with where nothing is stored; it takes as long, and its outcome does not count. */
    private static final String NOBODYS = PARAMETERS + text(new byte[SALT]) + "$" + text(new byte[HASH]);

    private final Tokens tokens;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    Passwords(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Whether one may be chosen: long enough, and none that is guessed first or only repeats one character. */
    static boolean acceptable(String password) {
        int length = password.codePointCount(0, password.length());
        return length >= SHORTEST
                && length <= LONGEST
                && password.codePoints().distinct().count() > 2
                && !COMMON.contains(password.toLowerCase(Locale.ROOT));
    }

    /** What is stored of one. */
    String hash(String password) {
        byte[] salt = tokens.bytes(SALT);
        return PARAMETERS + text(salt) + "$" + text(hash(password, salt, MEMORY_KIB, PASSES, LANES, HASH));
    }

    /** Whether it is the one that was stored; where nothing was, the same work is done for nothing. */
    boolean matches(String password, Optional<String> stored) {
        Matcher parts = STORED.matcher(stored.orElse(NOBODYS));
        if (!parts.matches()) {
            throw new IllegalStateException("a password is stored in a form that is not known");
        }
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        byte[] found = hash(
                password,
                Base64.getDecoder().decode(parts.group(4)),
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                expected.length);
        return MessageDigest.isEqual(expected, found) && stored.isPresent();
    }

    private byte[] hash(String password, byte[] salt, int memory, int passes, int lanes, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        byte[] hash = new byte[length];
        turns.acquireUninterruptibly();
        try {
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memory)
                    .withIterations(passes)
                    .withParallelism(lanes)
                    .withSalt(salt)
                    .build());
            // Two keyboards may write one Thai letter in two ways.
            String standard = Normalizer.normalize(password, Normalizer.Form.NFKC);
            generator.generateBytes(standard.getBytes(StandardCharsets.UTF_8), hash);
        } finally {
            turns.release();
        }
        return hash;
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
