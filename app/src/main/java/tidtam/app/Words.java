package tidtam.app;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.DefaultParser.NonOptionAction;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/**
 * The words given to one command, sorted into options and operands.
 *
 * @param operands the words that belong to no option, in order
 */
record Words(CommandLine line, List<String> operands) {
    /**
     * The words a command takes, described in the user's language.
     *
     * @param operands each must be given, except one whose label is in brackets; the last may be given again where it ends in an ellipsis
     */
    record Form(String command, String description, List<Described> operands, List<Option> options) {
        /** How to use the command. */
        String help(Voice voice) {
            StringBuilder help = new StringBuilder();
            help.append(voice.say("วิธีใช้: ", "Usage: ")).append("tidtam ").append(command);
            operands.forEach(operand -> help.append(' ').append(operand.label()));
            help.append(voice.say(" [ตัวเลือก]\n", " [options]\n"))
                    .append(description)
                    .append('\n');
            Described.list(help, "", operands);
            Described.options(help, voice.say("ตัวเลือก:", "Options:"), options);
            return help.toString();
        }
    }

    /** A word, or its placeholder, and what it means. */
    record Described(String label, String meaning) {
        private static final int COLUMN = 32;

        /** Appends a list with a heading; nothing where the list is empty. */
        static void list(StringBuilder help, String heading, List<Described> words) {
            if (!words.isEmpty()) {
                help.append('\n').append(heading).append(heading.isEmpty() ? "" : "\n");
            }
            for (Described word : words) {
                String gap = " ".repeat(Math.max(2, COLUMN - word.label().length()));
                help.append("  ")
                        .append(word.label())
                        .append(gap)
                        .append(word.meaning())
                        .append('\n');
            }
        }

        /** The same for options. */
        static void options(StringBuilder help, String heading, List<Option> options) {
            list(
                    help,
                    heading,
                    options.stream()
                            .map(option -> new Described(Words.label(option), option.getDescription()))
                            .toList());
        }
    }

    /** An option without a value. */
    static Option flag(String name, String meaning) {
        return new Option(null, name, false, meaning);
    }

    /** An option with a value, for which the placeholder stands in messages and help. */
    static Option valued(String name, String placeholder, String meaning) {
        Option option = new Option(null, name, true, meaning);
        option.setArgName(placeholder);
        return option;
    }

    /** Sorts what a command was given, its own name first among the operands; refuses what neither form nor {@code everywhere} hold. */
    static Words read(Form form, List<Option> everywhere, List<String> words, Voice voice) {
        Options options = new Options();
        form.options().forEach(options::addOption);
        everywhere.forEach(options::addOption);
        String see = voice.say(" ดูวิธีใช้: ", "; see ") + "tidtam " + form.command() + " --help";
        try {
            refuseSingleDashes(words);
            CommandLine line = sort(options, NonOptionAction.THROW, words);
            checkOnce(line, voice);
            List<String> operands =
                    line.getArgList().subList(1, line.getArgList().size());
            checkOperands(form, operands, voice);
            return new Words(line, operands);
        } catch (UnrecognizedOptionException e) {
            String name = e.getOption().replaceFirst("=.*", "");
            throw new Refused((name.startsWith("--") && options.hasLongOption(name)
                            ? voice.say(name + " ไม่รับค่า", name + " takes no value")
                            : voice.say("ไม่รู้จัก '" + name + "'", "unknown option '" + name + "'"))
                    + see);
        } catch (MissingArgumentException e) {
            String label = label(e.getOption());
            throw new Refused(voice.say("ขาดค่าของ " + label, "a value is missing: " + label) + see);
        } catch (ParseException e) {
            throw new Refused(e.getMessage() + see);
        }
    }

    /** Sorts words by the library's rules, without abbreviations and with quotes left alone. */
    static CommandLine sort(Options options, NonOptionAction unknown, List<String> words) throws ParseException {
        return DefaultParser.builder()
                .setAllowPartialMatching(false)
                .setStripLeadingAndTrailingQuotes(false)
                .get()
                .parse(options, null, unknown, words.toArray(String[]::new));
    }

    boolean has(String option) {
        return line.hasOption(option);
    }

    Optional<String> find(String option) {
        return Optional.ofNullable(line.getOptionValue(option));
    }

    /** What was given for an option that has a closed list of values; the first where nothing was. */
    String oneOf(String option, List<String> known, Voice voice) {
        return known(option, find(option).orElse(known.get(0)), known, voice);
    }

    /** The word, if it is one of those known to {@code what}. */
    static String known(String what, String word, List<String> known, Voice voice) {
        if (known.contains(word)) {
            return word;
        }
        String list = String.join(", ", known);
        throw new Refused(voice.say(
                what + " ไม่รู้จัก '" + word + "' ใช้ได้: " + list,
                what + " does not know '" + word + "'; it takes " + list));
    }

    private static String label(Option option) {
        return "--" + option.getLongOpt()
                + (option.getOpt() == null ? "" : ", -" + option.getOpt())
                + (option.hasArg() ? " " + option.getArgName() : "");
    }

    /** The library would take {@code -outcome} for {@code --out come}. */
    private static void refuseSingleDashes(List<String> words) throws UnrecognizedOptionException {
        for (String word : words) {
            if (word.equals("--")) {
                return;
            }
            if (word.startsWith("-") && !word.startsWith("--") && word.length() > 1) {
                throw new UnrecognizedOptionException(word, word);
            }
        }
    }

    private static void checkOnce(CommandLine line, Voice voice) throws ParseException {
        Set<String> given = new HashSet<>();
        for (Option option : line.getOptions()) {
            String name = "--" + option.getLongOpt();
            if (!given.add(name)) {
                throw new ParseException(voice.say(name + " ระบุได้ครั้งเดียว", name + " may be given once only"));
            }
        }
    }

    private static void checkOperands(Form form, List<String> operands, Voice voice) throws ParseException {
        List<Described> taken = form.operands();
        for (int i = operands.size(); i < taken.size(); i++) {
            String label = taken.get(i).label();
            if (!label.startsWith("[")) {
                throw new ParseException(voice.say("ขาด " + label, label + " is missing"));
            }
        }
        boolean many = !taken.isEmpty() && taken.get(taken.size() - 1).label().endsWith("…");
        if (operands.size() > taken.size() && !many) {
            String extra = operands.get(taken.size());
            throw new ParseException(voice.say("ไม่รู้จักคำว่า '" + extra + "'", "unknown word '" + extra + "'"));
        }
    }
}
