package tidtam.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What another program reads in a PDF file. */
public final class PdfText {
    private PdfText() {}

    /** Something that writes a file. */
    public interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    public static byte[] bytes(Writer writer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static String of(Writer writer) {
        return of(bytes(writer));
    }

    public static String of(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setLineSeparator("\n");
            stripper.setPageEnd("\f\n");
            return stripper.getText(document).replace("\f", "-----");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same text without what depends on where lines and pages end. */
    public static String flowing(String text) {
        return text.replaceAll("\\s+", "");
    }
}
