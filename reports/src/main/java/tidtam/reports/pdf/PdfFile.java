package tidtam.reports.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** The objects of a PDF file (ISO 32000-1, 7.5), written one after the other; its mark is the hash of what it holds. */
final class PdfFile {
    private static final int MARK = 16;

    private final OutputStream out;
    private final MessageDigest digest;
    private final List<Long> places = new ArrayList<>();
    private long place;

    PdfFile(OutputStream out) throws IOException {
        this.out = out;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        write("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
    }

    /** A number for an object that is written later. */
    int reserve() {
        places.add(0L);
        return places.size();
    }

    void object(int number, String content) throws IOException {
        places.set(number - 1, place);
        write(number + " 0 obj\n" + content + "\nendobj\n");
    }

    int object(String content) throws IOException {
        int number = reserve();
        object(number, content);
        return number;
    }

    /**
     * Writes a stream of bytes, compressed.
     *
     * @param entries of its dictionary, beside its length and how it is compressed
     */
    int stream(String entries, byte[] bytes) throws IOException {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        Deflater deflater = new Deflater();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(small, deflater)) {
            deflated.write(bytes);
        } finally {
            deflater.end();
        }
        int number = reserve();
        places.set(number - 1, place);
        write(number + " 0 obj\n<<" + entries + "/Filter/FlateDecode/Length " + small.size() + ">>\nstream\n");
        write(small.toByteArray());
        write("\nendstream\nendobj\n");
        return number;
    }

    /** Writes where each object stands. Nothing may follow. */
    void end(int catalogue, int information) throws IOException {
        String mark = HexFormat.of().formatHex(digest.digest(), 0, MARK);
        long table = place;
        StringBuilder end = new StringBuilder("xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
        for (long at : places) {
            String digits = Long.toString(at);
            end.append("0".repeat(10 - digits.length())).append(digits).append(" 00000 n \n");
        }
        end.append("trailer\n<</Size ").append(places.size() + 1);
        end.append("/Root ")
                .append(catalogue)
                .append(" 0 R/Info ")
                .append(information)
                .append(" 0 R");
        end.append("/ID[<").append(mark).append("><").append(mark).append(">]>>\nstartxref\n");
        write(end.append(table).append("\n%%EOF\n").toString());
    }

    private void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        digest.update(bytes);
        place += bytes.length;
    }

    /** A text of people's, as a PDF string. */
    static String text(String text) {
        return "<FEFF" + HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE)) + ">";
    }
}
