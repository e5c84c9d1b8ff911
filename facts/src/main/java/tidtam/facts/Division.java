package tidtam.facts;

import java.util.List;
import java.util.Optional;

/**
 * An organisational unit of the agency, from the agency's own list.
 *
 * @param otherNames short and other names by which cells call it
 * @param head the name of its head
 * @param email where its head is written to; absent where none is given, or what is given is no address
 * @param copies who else is written to
 */
public record Division(
        String name, List<String> otherNames, Optional<String> head, Optional<String> email, List<String> copies) {}
