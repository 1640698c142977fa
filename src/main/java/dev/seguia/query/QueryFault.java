package dev.seguia.query;

import java.util.List;
import java.util.Locale;

/// What can be wrong with a query: in plain words, on one line, and how to mend it. `{0}` and `{1}`
/// stand for its details.
public enum QueryFault {
  TOO_LONG("the query has {0} characters, {1} are the most: leave some out"),
  NO_WORD("there is no word in it: write what to look for"),
  TOO_MANY_WORDS("the query has more than {0} words and phrases: leave some out"),
  TOO_DEEP("more than {0} parentheses within one another: leave some out"),
  NEVER_OPENED("the parenthesis at {0} was never opened: leave it out, or add one before it"),
  NEVER_CLOSED("the parenthesis at {0} is never closed: add one at its end, or leave it out"),
  EMPTY_PARENTHESES("there is nothing in the parentheses: add a word, or leave them out"),
  OPEN_PHRASE(
      "the quotation mark at {0} is never closed: add one at the end of the phrase, or leave it out"),
  EMPTY_PHRASE("there is no word in the quotation marks at {0}: write some, or leave them out"),
  BARE_WILDCARD(
      "the wildcard at {0} needs two letters or more before it, as in elect*: write how the word"
          + " begins"),
  ONLY_NOT("NOT needs something beside it to take away from, as in: sport NOT football"),
  MISPLACED(
      "{0} at {1} stands where a word should: leave it out, or write it small to look for the word"),
  NOTHING_AFTER("{0} needs something after it: add a word, or leave it out"),
  WORD_MISSING("a word is missing here"),
  EMPTY_FIELD("{0}: needs a word, a phrase or a group right after it, as in {0}:{1}"),
  FIELD_IN_FIELD("{0}: cannot stand inside {1}:( ): close the parenthesis before it"),
  NO_LANGUAGE("lang: takes a code of two or three letters, as fr, ar or en, not {0}"),
  MISTYPED_FIELD(
      "{0}: is no field, do you mean {1}:? To look for the word itself, put it in quotation marks"),
  UNKNOWN_FIELD(
      "{0}: is no field, there are {1}. To look for the word itself, put it in quotation marks");

  private final String words;

  QueryFault(String words) {
    this.words = words;
  }

  /// By which its words in other languages are found, as in `too-long`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String words(List<String> details) {
    var said = words;
    for (var at = 0; at < details.size(); at++)
      said = said.replace("{" + at + "}", details.get(at));
    return said;
  }
}
