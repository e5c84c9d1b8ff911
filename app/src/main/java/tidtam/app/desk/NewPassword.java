package tidtam.app.desk;

import java.util.Map;

/** The two fields in which a new password is typed. */
final class NewPassword {
    private NewPassword() {}

    /** Notes what is wrong with it. */
    static void check(Visit visit, Map<String, String> faults) {
        String password = visit.secret("password");
        if (!Passwords.acceptable(password)) {
            faults.put("password", visit.t("password.weak", Passwords.SHORTEST));
        } else if (!password.equals(visit.secret("again"))) {
            faults.put("again", visit.t("password.differs"));
        }
    }
}
