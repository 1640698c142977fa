package dev.seguia.dedup;

import java.time.Duration;
import java.util.Optional;

/// Decides whether two copies are one article (near-duplicate detection): a reprint, or the same
/// text in two sources.
///
/// Made to err on the safe side: an article that is taken for another one is lost to the reader,
/// and one that is shown twice is not.
public final class SameArticle {
  /// In words; shorter titles are equal by chance.
  static final int ENOUGH_TITLE = 4;

  /// In words; the titles of two live tickers are equal by chance even then.
  private static final int ENOUGH_LIVE_TITLE = 6;

  private static final double SAME_SUMMARY = 0.7;
  private static final double OTHER_SUMMARY = 0.1;
  private static final double NEARLY = 0.7;
  private static final double RELATED = 0.3;
  private static final double SAME_TEXT = 0.6;

  /// Two rows in 64 may be equal by chance and a common closing line.
  private static final double OTHER_TEXT = 2.0 / 64;

  private final Duration window;

  /// @param window how far apart the dates of one article's copies may be
  public SameArticle(Duration window) {
    this.window = window;
  }

  /// Why the copies are one article; empty if they are not.
  public Optional<Match> compare(Copy one, Copy other) {
    if (Duration.between(one.date(), other.date()).abs().compareTo(window) > 0)
      return Optional.empty();
    var pair = new Pair(one.traits(), other.traits());
    return one.isOfSourceOf(other) ? pair.repeated() : pair.reprinted();
  }

  /// The features of two copies side by side.
  private record Pair(CopySketch one, CopySketch other) {
    Optional<Match> repeated() {
      var same =
          one.title().equalsTitle(other.title())
              && one.title().labels().equalsLabels(other.title().labels())
              && one.summary().equalsSummary(other.summary())
              && (!haveTexts() || one.text().equalsText(other.text()));
      var enough = one.title().words().count() >= ENOUGH_TITLE || one.summary().isEnough();
      return same && enough ? Optional.of(new Match(Rule.REPEAT, 1)) : Optional.empty();
    }

    Optional<Match> reprinted() {
      if (one.title().isAnotherOfSeries(other.title())) return Optional.empty();
      return titles().or(this::part).or(this::words).or(this::summaries).or(this::texts);
    }

    private Optional<Match> titles() {
      if (!one.title().equalsTitle(other.title()) || contradictTexts()) return Optional.empty();
      return (isTitleEnough() && !isAnotherSubject()) || summary(0) >= SAME_SUMMARY
          ? Optional.of(new Match(Rule.TITLE, 1))
          : Optional.empty();
    }

    private boolean isTitleEnough() {
      var live = one.title().labels().live() && other.title().labels().live();
      return one.title().words().count() >= (live ? ENOUGH_LIVE_TITLE : ENOUGH_TITLE);
    }

    /// Labels that share no word may be two places, of which a series says the same.
    private boolean isAnotherSubject() {
      return one.title().labels().speaksOfAnother(other.title().labels())
          && summary(0) < OTHER_SUMMARY;
    }

    private Optional<Match> part() {
      var share = one.title().part(other.title());
      var another =
          one.title().addsNumber(other.title()) ? summary(0) < OTHER_SUMMARY : contradict();
      return share == 0 || another ? Optional.empty() : Optional.of(new Match(Rule.PART, share));
    }

    private Optional<Match> words() {
      if (!one.title().words().hasNumbersOf(other.title().words()) || contradict())
        return Optional.empty();
      var nearly = one.title().nearly(other.title());
      return nearly < NEARLY ? Optional.empty() : Optional.of(new Match(Rule.WORDS, nearly));
    }

    private Optional<Match> summaries() {
      var related =
          one.title().words().hasNumbersOf(other.title().words())
              && one.title().words().wordsInCommon(other.title().words()) >= RELATED;
      return related && summary(0) >= SAME_SUMMARY
          ? Optional.of(new Match(Rule.SUMMARY, summary(0)))
          : Optional.empty();
    }

    private Optional<Match> texts() {
      if (!haveTexts()) return Optional.empty();
      var similarity = one.text().similarity(other.text());
      return similarity < SAME_TEXT
          ? Optional.empty()
          : Optional.of(new Match(Rule.TEXT, similarity));
    }

    private boolean contradict() {
      return summary(1) < OTHER_SUMMARY || contradictTexts() || isAnotherSubject();
    }

    private boolean contradictTexts() {
      return haveTexts() && one.text().similarity(other.text()) <= OTHER_TEXT;
    }

    private boolean haveTexts() {
      return one.text().isEnough() && other.text().isEnough();
    }

    private double summary(double unknown) {
      return one.summary().containment(other.summary()).orElse(unknown);
    }
  }
}
