package dev.seguia.page;

import dev.seguia.admin.Notice;
import dev.seguia.admin.RuleReapplication.Progress;
import dev.seguia.admin.RuleReapplication.State;
import java.util.Optional;

/// The data of the operator's forms on one page. Public for the templates.
///
/// @param key the CSRF token, which every form holds, so that no other site can make one
/// @param cookie to be set with the page, if the browser has none so far
/// @param notice what came of the last form
/// @param applying how far the rules have been applied to what is stored
/// @param canLeave whether the operator has logged in
public record OperatorPanel(
    String key,
    Optional<String> cookie,
    Optional<Notice> notice,
    Optional<Progress> applying,
    boolean canLeave) {

  /// The result of a form, in the visitor's language.
  public static String told(Notice notice, Messages words) {
    return words.say("operator.did." + notice.kind().word(), words.number(notice.count()));
  }

  /// The progress of applying the rules, in the visitor's language.
  public static String told(Progress progress, Messages words) {
    return words.say(
        "operator.rules." + progress.state().word(),
        words.number(progress.looked()),
        words.number(progress.total()),
        words.number(progress.changed()));
  }

  /// Whether the rules are still being applied.
  public boolean isApplying() {
    return applying.filter(progress -> progress.state() == State.RUNNING).isPresent();
  }
}
