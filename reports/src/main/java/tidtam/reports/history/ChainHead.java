package tidtam.reports.history;

/**
 * The last record of the chain of runs and decisions. Who keeps it, on paper or in a mail, can tell later that no record up to it was changed.
 *
 * @param number of the record, counted from 1
 * @param hash SHA-256 in lower-case hexadecimal over the record and the hash before it
 */
public record ChainHead(long number, String hash) {
    /** As it is printed and given to {@code tidtam verify}: {@code 57:9f86…}. */
    @Override
    public String toString() {
        return number + ":" + hash;
    }
}
