package tidtam.facts;

import java.time.LocalDate;

/** A public holiday. */
public record Holiday(LocalDate date, String name) {}
