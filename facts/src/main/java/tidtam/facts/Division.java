package tidtam.facts;

import java.util.List;
import java.util.Optional;

/** An organisational unit of the agency, from the agency's own list. */
public record Division(String name, List<String> otherNames, Optional<String> head, Optional<String> email) {}
