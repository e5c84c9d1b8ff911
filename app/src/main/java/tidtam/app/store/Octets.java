package tidtam.app.store;

/** A file's octets, which nobody changes. Two are equal where they are the same object. */
public final class Octets {
    private final byte[] bytes;

    public Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The octets themselves, not a copy. */
    public byte[] bytes() {
        return bytes;
    }
}
