package tidtam.spreadsheets.text;

import tidtam.facts.Kind;
import tidtam.facts.Limits;

/**
 * A duty as one clause states it, before it is joined with others.
 *
 * @param from first token of the words that state it
 * @param to one past their last token
 * @param when the place of the first token of a condition inside those words; -1 without
 */
record Reading(Kind kind, Limits limits, int from, int to, int when, boolean guessed) {}
