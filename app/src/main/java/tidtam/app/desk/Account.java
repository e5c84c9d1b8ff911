package tidtam.app.desk;

import java.util.List;
import java.util.Optional;

/**
 * Someone who may sign in.
 *
 * @param divisions a head's own
 * @param password its hash; empty until it was set
 */
record Account(long id, String name, Role role, List<String> divisions, Optional<String> password, boolean disabled) {
    /** What this person may see. */
    Scope scope() {
        return role == Role.HEAD ? Scope.of(divisions) : Scope.everything();
    }
}
