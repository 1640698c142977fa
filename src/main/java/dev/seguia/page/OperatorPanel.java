package dev.seguia.page;

import java.util.Optional;

/// What the forms of the operator need, on one page. Public for the templates, and for who lets the
/// operator in.
///
/// @param key which every form holds, so that no other site can make one
/// @param cookie to be set with the page, if the browser has none so far
/// @param notice what came of the last form
/// @param applying how far the rules have been applied to what is stored
/// @param canLeave whether the operator has logged in
public record OperatorPanel(
    String key,
    Optional<String> cookie,
    Optional<Notice> notice,
    Optional<Applying> applying,
    boolean canLeave) {

  /// What came of a form.
  ///
  /// @param word as the messages have it, `operator.did.WORD`
  /// @param count of what the word says
  /// @param detail in plain English, empty if there is none
  public record Notice(String word, long count, String detail) {
    public String in(Messages words) {
      return words.say("operator.did." + word, words.number(count));
    }
  }

  /// How far the rules have been applied.
  ///
  /// @param word as the messages have it, `operator.rules.WORD`
  /// @param looked how many entries were looked at
  /// @param changed how many of them changed
  /// @param total how many there are in all
  public record Applying(String word, boolean isRunning, long looked, long changed, long total) {
    public String in(Messages words) {
      return words.say(
          "operator.rules." + word,
          words.number(looked),
          words.number(total),
          words.number(changed));
    }
  }
}
