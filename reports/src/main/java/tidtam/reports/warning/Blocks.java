package tidtam.reports.warning;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import tidtam.reports.markup.Markup;

/** A text in parts, of which a mail's plain and HTML forms are made, so that both say the same. */
final class Blocks {
    /** Fonts that have Thai, on the machines that mail is read on. */
    private static final String STYLE = """
            body{font-family:Sarabun,"TH Sarabun New","Noto Sans Thai",Tahoma,sans-serif;font-size:16px;line-height:1.6;color:#1b1f24;max-width:46em;margin:1em}
            h2{font-size:18px;margin:1.4em 0 .3em;border-bottom:2px solid #c8ced6}
            p{margin:.4em 0}
            .item{margin:.8em 0;padding:.1em .8em;border-left:4px solid #c8ced6}
            .item p{margin:.15em 0}
            .title{font-weight:bold}
            .error{border-left-color:#a3121f}.warning{border-left-color:#b56b00}.info{border-left-color:#1d4f91}
            .small,.quote{color:#4a5460;font-size:14px}
            """;

    /** What only a mail needs that has a command in it, which is one long word. */
    private static final String COMMAND = "code{font-family:monospace;overflow-wrap:anywhere}\n";

    private sealed interface Block {}

    private record Heading(String text) implements Block {}

    private record Paragraph(String text, boolean small) implements Block {}

    private record Command(String text) implements Block {}

    private record Entry(int number, String style, String title, List<String> lines, List<String> small)
            implements Block {}

    private final List<Block> blocks = new ArrayList<>();

    void heading(String text) {
        blocks.add(new Heading(text));
    }

    void text(String text) {
        blocks.add(new Paragraph(text, false));
    }

    void small(String text) {
        blocks.add(new Paragraph(text, true));
    }

    /** What is to be typed or kept as it is. */
    void command(String text) {
        blocks.add(new Command(text));
    }

    /**
     * A numbered item.
     *
     * @param style the class of the element that holds it
     * @param small said below in small letters
     */
    void entry(int number, String style, String title, List<String> lines, List<String> small) {
        blocks.add(new Entry(number, style, title, List.copyOf(lines), List.copyOf(small)));
    }

    String plain(java.util.function.LongFunction<String> number) {
        StringBuilder text = new StringBuilder();
        for (Block block : blocks) {
            if (block instanceof Heading heading) {
                text.append("\n== ").append(heading.text()).append(" ==\n");
            } else if (block instanceof Paragraph paragraph) {
                text.append(paragraph.text()).append('\n');
            } else if (block instanceof Command command) {
                text.append(command.text()).append('\n');
            } else if (block instanceof Entry entry) {
                text.append('\n')
                        .append(number.apply(entry.number()))
                        .append(". ")
                        .append(entry.title())
                        .append('\n');
                entry.lines().forEach(line -> text.append("   ").append(line).append('\n'));
                entry.small().forEach(line -> text.append("   ").append(line).append('\n'));
            }
        }
        return text.toString();
    }

    String html(String language, String title, java.util.function.LongFunction<String> number) {
        StringWriter out = new StringWriter();
        Markup markup = new Markup(out);
        markup.own("<!DOCTYPE html>\n").open("html", "lang", language).open("head");
        markup.leaf("meta", "charset", "utf-8").element("title", title);
        markup.open("style")
                .own(STYLE + (blocks.stream().anyMatch(Command.class::isInstance) ? COMMAND : ""))
                .close()
                .close()
                .line();
        markup.open("body").line();
        for (Block block : blocks) {
            if (block instanceof Heading heading) {
                markup.element("h2", heading.text());
            } else if (block instanceof Paragraph paragraph) {
                markup.element("p", paragraph.text(), "class", paragraph.small() ? "small" : "text");
            } else if (block instanceof Command command) {
                markup.open("p").element("code", command.text()).close();
            } else if (block instanceof Entry entry) {
                markup.open("div", "class", "item " + entry.style());
                markup.element("p", number.apply(entry.number()) + ". " + entry.title(), "class", "title");
                entry.lines().forEach(line -> markup.element("p", line));
                entry.small().forEach(line -> markup.element("p", line, "class", "small"));
                markup.close();
            }
            markup.line();
        }
        markup.close().close();
        return out.toString();
    }
}
