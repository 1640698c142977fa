package dev.seguia.query;

import java.util.List;
import java.util.Locale;

/// A syntax error in a query: what is wrong and how to correct it, on one line. `{0}` and `{1}`
/// stand for its details.
public enum QueryFault {
  TOO_LONG("the query has {0} characters; the limit is {1}: shorten it"),
  NO_WORD("the query has no word: write what to search for"),
  TOO_MANY_WORDS("the query has more than {0} words and phrases: remove some"),
  TOO_DEEP("more than {0} levels of parentheses: remove some"),
  NEVER_OPENED("the parenthesis at {0} closes nothing: remove it, or add an opening one before it"),
  NEVER_CLOSED("the parenthesis at {0} is never closed: add a closing one, or remove it"),
  EMPTY_PARENTHESES("the parentheses are empty: add a word, or remove them"),
  OPEN_PHRASE(
      "the quotation mark at {0} is never closed: add one at the end of the phrase, or remove it"),
  EMPTY_PHRASE("the phrase at {0} is empty: add a word, or remove the quotation marks"),
  BARE_WILDCARD(
      "the wildcard at {0} needs at least two letters before it, as in elect*: write how the word"
          + " begins"),
  ONLY_NOT("NOT alone finds nothing: add what to search for, as in: sport NOT football"),
  MISPLACED(
      "{0} at {1} is where a word is expected: remove it, or write it in lower case to search for the word"),
  NOTHING_AFTER("{0} must be followed by something: add a word, or remove it"),
  WORD_MISSING("a word is missing here"),
  EMPTY_FIELD(
      "{0}: must be followed by a word, a phrase or a group without a space, as in {0}:{1}"),
  FIELD_IN_FIELD("{0}: cannot be used inside {1}:( ): close the parenthesis before it"),
  NO_LANGUAGE("lang: takes a code of two or three letters, such as fr, ar or en, not {0}"),
  MISTYPED_FIELD(
      "{0}: is not a field, do you mean {1}:? To search for the word itself, put it in quotation marks"),
  UNKNOWN_FIELD(
      "{0}: is not a field; the fields are {1}. To search for the word itself, put it in quotation marks");

  private final String words;

  QueryFault(String words) {
    this.words = words;
  }

  /// The message key for translations, as in `too-long`.
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
