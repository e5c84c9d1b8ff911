package tidtam.facts;

/** Anything the rules may match on. Facts are immutable and only read, so the order of rules never matters. */
public interface Fact {}
