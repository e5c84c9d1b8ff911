package tidtam.app;

import java.util.regex.Pattern;
import tidtam.engine.added.RuleFault;

/** What is wrong with added rules, in one sentence: file, line, rule, and what to do. */
final class RuleFaultWords {
    private static final Pattern THAI_DIGIT = Pattern.compile("[๐-๙]");

    private RuleFaultWords() {}

    static String sentence(RuleFault fault, RuleFolder folder, Voice voice) {
        StringBuilder where = new StringBuilder(folder.place(fault.file()));
        fault.line()
                .ifPresent(line -> where.append(voice.say(" บรรทัด ", " line ")).append(line));
        fault.rule()
                .ifPresent(rule -> where.append(voice.say(" กฎ '", ", rule '"))
                        .append(rule)
                        .append('\''));
        return where + ": " + what(fault, voice);
    }

    private static String what(RuleFault fault, Voice voice) {
        String detail = fault.detail();
        return switch (fault.code()) {
            case SYNTAX ->
                THAI_DIGIT.matcher(detail).find()
                        ? voice.say(
                                "เลขไทยใช้ได้เฉพาะในเครื่องหมายคำพูด \"…\" หรือในหมายเหตุ: " + detail,
                                "Thai digits may stand only in quotes \"…\" or in a comment: " + detail)
                        : voice.say(
                                "เขียนกฎไม่ถูกรูปแบบใกล้ '" + detail + "'",
                                "this is not how a rule is written, near '" + detail + "'");
            case ENDS_EARLY ->
                voice.say(
                        "แฟ้มจบก่อนกฎจะครบ อาจขาดคำว่า end วงเล็บปิด หรือเครื่องหมายคำพูดปิด",
                        "the file ends before the rule does; is an end, a closing bracket or a closing quote missing?");
            case CONSEQUENCE_SYNTAX ->
                voice.say(
                        "ส่วนหลัง then เขียนไม่ถูกรูปแบบ ให้ตรวจวงเล็บและเครื่องหมาย ;",
                        "the part after then is malformed; check its brackets and semicolons");
            case NO_RULE -> voice.say("แฟ้มนี้ไม่มีกฎ", "this file holds no rule");
            case NOT_ALLOWED ->
                voice.say(
                        "กฎที่เพิ่มใช้ '" + detail + "' ไม่ได้ กฎต้องไม่ขึ้นกับลำดับหรือเวลา และมีแต่กฎ",
                        "an added rule cannot use '" + detail
                                + "'; rules depend on no order or clock, and a file holds rules alone");
            case NAME ->
                voice.say(
                        "ชื่อกฎต้องเป็นแบบ \"my-rule-id: what it finds\" (รหัสเป็นอักษรอังกฤษตัวเล็กคั่นด้วยขีด)",
                        "a rule is named \"my-rule-id: what it finds\", the id in small letters joined by hyphens");
            case BUILT_IN_ID ->
                voice.say(
                        "รหัส '" + detail + "' เป็นของกฎในโปรแกรม ให้ตั้งรหัสอื่น",
                        "'" + detail + "' is the id of a built-in rule; choose another");
            case BUILT_IN_PACKAGE ->
                voice.say(
                        "package '" + detail + "' เป็นของกฎในโปรแกรม ให้ตั้งชื่ออื่น",
                        "'" + detail + "' is the package of the built-in rules; choose another");
            case REPEATED -> voice.say("กฎนี้มีอยู่แล้วในแฟ้ม " + detail, "the same rule stands in " + detail);
            case NOT_DECLARED -> voice.say("ไม่ได้ระบุ " + detail, "declares no " + detail);
            case UNKNOWN_VALUE ->
                voice.say(
                        "ไม่รู้จักค่าใน " + detail + " ดูค่าที่ใช้ได้ใน FACTS.md",
                        "does not hold a known value: " + detail + "; FACTS.md lists them");
            case NEED_OF_OTHERS ->
                voice.say(
                        "@needs( " + detail + " ) ใช้กับ @subject ของกฎนี้ไม่ได้",
                        "@needs( " + detail + " ) does not go with the @subject of this rule");
            case CASES_DIFFER ->
                voice.say(
                        "กฎรหัสเดียวกันต้องระบุ @severity @subject @needs @basis ตรงกันทุกกรณี",
                        "rules of one id must declare the same @severity, @subject, @needs and @basis");
            case NO_FINDING ->
                voice.say(
                        "ส่วนหลัง then ต้องเพิ่ม Finding ที่ใช้รหัส \"" + detail + "\"",
                        "the part after then must insert a Finding of the id \"" + detail + "\"");
            case UNKNOWN_FACT ->
                voice.say(
                        "ไม่รู้จักข้อมูลชื่อ '" + detail + "' ให้ตรวจตัวสะกด และบรรทัด import tidtam.facts.*",
                        "there is no fact named '" + detail
                                + "'; check its spelling and the line import tidtam.facts.*");
            case UNKNOWN_PART ->
                voice.say(
                        "ไม่มีส่วนชื่อ '" + detail + "' ในข้อมูลนั้น ให้ตรวจตัวสะกดกับ FACTS.md",
                        "the fact has no part named '" + detail + "'; check its spelling in FACTS.md");
            case UNKNOWN_NAME -> voice.say("ไม่รู้จักชื่อ '" + detail + "'", "nothing is named '" + detail + "'");
            case CONDITION ->
                voice.say(
                        "ไม่เข้าใจเงื่อนไข '" + detail + "' ให้ตรวจชื่อและตัวแปร",
                        "cannot be understood: '" + detail + "'; check its names and variables");
            case OTHER -> voice.say("แปลกฎไม่สำเร็จ: " + detail, "cannot be compiled: " + detail);
        };
    }
}
