package tidtam.engine;

import java.util.List;
import java.util.Map;
import tidtam.facts.Finding;
import tidtam.facts.ObligationState;

/**
 * What a session concluded, in no particular order.
 *
 * @param broken the ids of rules that threw, and what they threw
 */
record Conclusions(List<ObligationState> states, List<Finding> findings, Map<String, String> broken) {}
