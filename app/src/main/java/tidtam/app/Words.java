package tidtam.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The words given to one command, sorted into options and operands.
 *
 * @param values what each option was given; an empty text for a flag
 * @param operands the words that belong to no option, in order
 */
record Words(Form form, Map<String, String> values, List<String> operands) {
    /**
     * The words a command takes, described in the user's language.
     *
     * @param operands each must be given, except one whose label is in brackets; the last may be given again where it ends in an ellipsis
     */
    record Form(String command, String description, List<Described> operands, List<Described> options) {
        /** How to use the command. */
        String help(Voice voice) {
            StringBuilder help = new StringBuilder();
            help.append(voice.say("วิธีใช้: ", "Usage: ")).append("tidtam ").append(command);
            operands.forEach(operand -> help.append(' ').append(operand.label()));
            help.append(voice.say(" [ตัวเลือก]\n", " [options]\n"))
                    .append(description)
                    .append('\n');
            Described.list(help, "", operands);
            Described.list(help, voice.say("ตัวเลือก:", "Options:"), options);
            return help.toString();
        }
    }

    /**
     * A word and what it means.
     *
     * @param label an operand's placeholder; an option's name, followed by the placeholder of its value where it has one
     */
    record Described(String label, String meaning) {
        private static final int COLUMN = 32;

        private String name() {
            int space = label.indexOf(' ');
            return space < 0 ? label : label.substring(0, space);
        }

        private boolean flag() {
            return label.indexOf(' ') < 0;
        }

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
    }

    /** Sorts the words; refuses what the form does not hold. */
    static Words read(Form form, List<String> words, Voice voice) {
        Words read = new Words(form, new TreeMap<>(), new ArrayList<>());
        boolean optionsEnded = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (optionsEnded || word.equals("-") || !word.startsWith("-")) {
                read.operands.add(word);
            } else if (word.equals("--")) {
                optionsEnded = true;
            } else {
                i += read.option(word, i + 1 < words.size() ? Optional.of(words.get(i + 1)) : Optional.empty(), voice);
            }
        }
        read.checkOperands(voice);
        return read;
    }

    boolean has(String option) {
        return values.containsKey(option);
    }

    Optional<String> find(String option) {
        return Optional.ofNullable(values.get(option));
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

    /** Takes an option, and says how many of the following words were its value. */
    private int option(String word, Optional<String> next, Voice voice) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        Described option = form.options().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> refused(voice.say("ไม่รู้จัก '" + name + "'", "unknown option '" + name + "'"), voice));
        boolean ownValue = equals < 0 && !option.flag();
        if (option.flag() && equals >= 0) {
            throw refused(voice.say(name + " ไม่รับค่า", name + " takes no value"), voice);
        }
        if (ownValue && next.filter(value -> !value.startsWith("--")).isEmpty()) {
            throw refused(voice.say("ขาดค่าของ " + option.label(), "a value is missing: " + option.label()), voice);
        }
        String value = ownValue ? next.orElseThrow() : word.substring(equals < 0 ? word.length() : equals + 1);
        if (values.put(name, value) != null) {
            throw refused(voice.say(name + " ระบุได้ครั้งเดียว", name + " may be given once only"), voice);
        }
        return ownValue ? 1 : 0;
    }

    private void checkOperands(Voice voice) {
        List<Described> taken = form.operands();
        for (int i = operands.size(); i < taken.size(); i++) {
            String label = taken.get(i).label();
            if (!label.startsWith("[")) {
                throw refused(voice.say("ขาด " + label, label + " is missing"), voice);
            }
        }
        boolean many = !taken.isEmpty() && taken.get(taken.size() - 1).label().endsWith("…");
        if (operands.size() > taken.size() && !many) {
            String extra = operands.get(taken.size());
            throw refused(voice.say("ไม่รู้จักคำว่า '" + extra + "'", "unknown word '" + extra + "'"), voice);
        }
    }

    private Refused refused(String message, Voice voice) {
        return new Refused(message + voice.say(" ดูวิธีใช้: ", "; see ") + "tidtam " + form.command() + " --help");
    }
}
