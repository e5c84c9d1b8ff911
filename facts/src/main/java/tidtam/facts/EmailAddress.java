package tidtam.facts;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address: RFC 5321, without quoted local parts and address literals. The domain may be in any script.
 *
 * @param text as its owner writes it
 */
public record EmailAddress(String text) {
    private static final Pattern LOCAL_PART =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern.compile("(?:[^.]{1,63}\\.)+[^.\\d][^.]{1,62}");
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST = 254;

    public EmailAddress {
        if (!isAddress(text)) {
            throw new IllegalArgumentException("no address");
        }
    }

    /** The address that a text is, without anything beside it; empty where it is none. */
    public static Optional<EmailAddress> find(String text) {
        return isAddress(text) ? Optional.of(new EmailAddress(text)) : Optional.empty();
    }

    /** As it is sent: the domain in ASCII and lower case. Two addresses that are sent alike are one mailbox. */
    public String sent() {
        return text.substring(0, text.indexOf('@') + 1) + domain();
    }

    /** The domain in ASCII and lower case. */
    public String domain() {
        return ascii(text.substring(text.indexOf('@') + 1)).toLowerCase(Locale.ROOT);
    }

    private static boolean isAddress(String text) {
        int at = text.indexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART || text.length() > LONGEST) {
            return false;
        }
        return LOCAL_PART.matcher(text.substring(0, at)).matches() && isDomain(text.substring(at + 1));
    }

    private static boolean isDomain(String text) {
        try {
            return DOMAIN.matcher(ascii(text)).matches();
        } catch (IllegalArgumentException noDomain) {
            return false;
        }
    }

    private static String ascii(String domain) {
        return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
    }
}
