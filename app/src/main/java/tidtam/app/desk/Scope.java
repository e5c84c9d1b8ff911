package tidtam.app.desk;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tidtam.facts.Folded;

/** Which divisions' items a person may see. */
record Scope(Optional<Set<String>> folded) {
    static Scope everything() {
        return new Scope(Optional.empty());
    }

    static Scope of(Collection<String> divisions) {
        return new Scope(Optional.of(folded(divisions)));
    }

    boolean whole() {
        return folded.isEmpty();
    }

    /** Names as they are compared. */
    static Set<String> folded(Collection<String> divisions) {
        return divisions.stream().map(Folded::of).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether what concerns these divisions may be seen; what concerns none, only by who sees everything. */
    boolean sees(Collection<String> divisions) {
        return whole() || seesFolded(folded(divisions));
    }

    /** The same of names that are folded already. */
    boolean seesFolded(Collection<String> divisions) {
        return folded.isEmpty() || divisions.stream().anyMatch(folded.get()::contains);
    }
}
