package tidtam.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Standard output. Where its reader has left, as {@code | head} does, the rest is dropped in silence. */
final class Output extends OutputStream {
    private final OutputStream out;
    private final Voice voice;
    private boolean left;

    Output(OutputStream out, Voice voice) {
        this.out = out;
        this.voice = voice;
    }

    /** Writes text as UTF-8. */
    void print(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(bytes, 0, bytes.length);
    }

    /** Whether its reader has left. */
    boolean left() {
        return left;
    }

    @Override
    public void write(int oneByte) {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (left) {
            return;
        }
        try {
            out.write(bytes, offset, length);
            out.flush();
        } catch (IOException e) {
            left = String.valueOf(e.getMessage()).contains("Broken pipe");
            if (!left) {
                throw new Refused(voice.say(
                        "เขียนผลออกไม่ได้ (" + e.getMessage() + ")",
                        "standard output cannot be written (" + e.getMessage() + ")"));
            }
        }
    }
}
