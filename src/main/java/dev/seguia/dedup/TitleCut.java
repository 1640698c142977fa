package dev.seguia.dedup;

import dev.seguia.text.TextWords;
import java.util.List;
import java.util.regex.Pattern;

/// Cuts the labels that outlets add off a title, as long as a title remains.
final class TitleCut {
  /// In words of what remains.
  private static final int SHORTEST = 4;

  private String text;
  private String subject = "";
  private String site = "";
  private boolean live;

  TitleCut(String title) {
    text = title.strip();
  }

  CanonicalTitle canonical() {
    if (!TitleLabels.startsPlainly(text))
      text = TitleLabels.ORNAMENT.matcher(text).replaceFirst("");
    cutBehind();
    cutBefore();
    return new CanonicalTitle(TextWords.spelled(text), words(subject), words(site), live);
  }

  /// What is not there the first time is there the second time only if something was cut off.
  private void cutBehind() {
    if (!TitleLabels.mayStandBehind(text)) return;
    var whole = text;
    cutTo(TitleLabels.AGENCY.matcher(text).replaceFirst(""));
    cutForm(TitleLabels.FORM_BEHIND);
    site = cut(TitleLabels.SITE);
    if (!text.equals(whole)) cutForm(TitleLabels.FORM_BEHIND);
  }

  private void cutBefore() {
    if (!TitleLabels.mayStandBefore(text)) return;
    var whole = text;
    cutForm(TitleLabels.FORM_BEFORE);
    subject = cut(TitleLabels.SUBJECT);
    if (subject.isEmpty()) subject = cut(TitleLabels.ARABIC_SUBJECT);
    if (!text.equals(whole)) cutForm(TitleLabels.FORM_BEFORE);
  }

  private static List<String> words(String label) {
    return label.isEmpty() ? List.of() : TextWords.of(label);
  }

  private void cutForm(Pattern pattern) {
    var found = pattern.matcher(text);
    if (!found.find()) return;
    var form = found.group("plain") == null ? found.group("bracketed") : found.group("plain");
    if (cutTo(found.replaceFirst(""))) live |= TitleLabels.isLive(form);
  }

  /// What was cut off; empty if nothing was.
  private String cut(Pattern pattern) {
    var found = pattern.matcher(text);
    if (!found.find()) return "";
    var label = found.group(1);
    return cutTo(found.replaceFirst("")) ? label : "";
  }

  private boolean cutTo(String rest) {
    if (TextWords.of(rest).size() < SHORTEST) return false;
    text = rest;
    return true;
  }
}
