package tidtam.engine.added;

import java.util.Optional;
import java.util.OptionalInt;

/** Why added rules cannot be used, and where their author has to mend them. Worded only when it is shown. */
public final class RuleFault extends Exception {
    /** What is wrong. */
    public enum Code {
        /** The text is no rule; the detail is what was not expected there. */
        SYNTAX,
        /** The file ends in the middle of a rule. */
        ENDS_EARLY,
        /** The part after {@code then} is no Java. */
        CONSEQUENCE_SYNTAX,
        /** The file holds no rule. */
        NO_RULE,
        /** Something that is not part of an added rule; the detail is its keyword, such as {@code salience}. */
        NOT_ALLOWED,
        /** The name is not {@code an-id: what it finds}. */
        NAME,
        /** The id is that of a built-in rule; the detail is the id. */
        BUILT_IN_ID,
        /** The package is that of the built-in rules; the detail is the package. */
        BUILT_IN_PACKAGE,
        /** The rule stands twice; the detail is the other file. */
        REPEATED,
        /** A rule does not say something of itself; the detail is what, such as {@code @severity}. */
        NOT_DECLARED,
        /** What a rule says of itself is none of the values known; the detail is the whole, such as {@code @severity( HIGH )}. */
        UNKNOWN_VALUE,
        /** A need that what the rule is about cannot have; the detail is the need. */
        NEED_OF_OTHERS,
        /** Two rules of one id declare different things; the detail is the id. */
        CASES_DIFFER,
        /** The part after {@code then} never names the rule's own id, so that it can find nothing; the detail is the id. */
        NO_FINDING,
        /** There is no fact of that name; the detail is the name. */
        UNKNOWN_FACT,
        /** A fact has no such part; the detail is the part. */
        UNKNOWN_PART,
        /** A name that nothing bears; the detail is the name. */
        UNKNOWN_NAME,
        /** A condition that cannot be understood; the detail is the condition. */
        CONDITION,
        /** Anything else; the detail is what the compiler says. */
        OTHER
    }

    private final Code code;
    private final String file;
    private final Optional<String> rule;
    private final OptionalInt line;
    private final String detail;

    RuleFault(Code code, String file, Optional<String> rule, OptionalInt line, String detail) {
        super(code + " in " + file + " " + rule + " " + line + ": " + detail);
        this.code = code;
        this.file = file;
        this.rule = rule;
        this.line = line;
        this.detail = detail;
    }

    public Code code() {
        return code;
    }

    public String file() {
        return file;
    }

    /** The rule's id; its whole name where it has none. Empty where it is about the file. */
    public Optional<String> rule() {
        return rule;
    }

    /** 1 for the first line of the file. */
    public OptionalInt line() {
        return line;
    }

    public String detail() {
        return detail;
    }
}
