package tidtam.app.desk;

import io.javalin.http.HandlerType;
import java.util.Set;

/**
 * Something that can be asked for.
 *
 * @param roles who may; none where everybody may, signed in or not
 */
record Route(HandlerType method, String path, Set<Role> roles, Handling handling) {
    /** What is done about it. */
    interface Handling {
        void handle(Visit visit) throws Exception;
    }

    boolean open() {
        return roles.isEmpty();
    }

    boolean post() {
        return method.equals(HandlerType.POST);
    }
}
