package dev.seguia.relate;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Gathers entries on one event into stories, as they come in.
///
/// One pass over the headlines by TF-IDF: each joins the open story that it is most like, or begins
/// one. A story is open for three days after its last entry, and what is held in memory is what
/// came in those days. For one thread at a time.
public final class Stories {
  private static final Duration OPEN = Duration.ofDays(3);

  /// Counts of words are halved in this time.
  private static final Duration HALF_LIFE = Duration.ofDays(14);

  /// Between two times of tidying up.
  private static final Duration TIDY = Duration.ofHours(6);

  /// Between two times of tidying up, in headlines: a back catalogue comes in with old dates, and
  /// time stands still.
  private static final int TIDY_HEADLINES = 10_000;

  private final Map<String, LanguageStories> languages = new HashMap<>();
  private Instant newest = Instant.MIN;
  private Instant tidied = Instant.MIN;
  private int untidied;

  /// What is held in memory.
  ///
  /// @param stories that are open
  /// @param terms of all languages
  /// @param postings of terms, each in one story
  record Held(int stories, int terms, long postings) {
    Held plus(Held other) {
      return new Held(stories + other.stories, terms + other.terms, postings + other.postings);
    }
  }

  /// Finds the story of an entry, or begins one with it. Entries may come in any order of dates;
  /// the newest one says what time it is.
  public Membership add(Headline headline) {
    pass(headline.date());
    return of(headline).add(headline, OPEN.toSeconds());
  }

  /// Adds an entry to the story that it was given to before, as after a new start of the program.
  public void recall(Headline headline, long story) {
    pass(headline.date());
    of(headline).recall(headline, story);
  }

  private LanguageStories of(Headline headline) {
    return languages.computeIfAbsent(headline.primaryLanguage(), language -> new LanguageStories());
  }

  private void pass(Instant date) {
    if (untidied++ == 0 && newest.equals(Instant.MIN)) tidied = date;
    if (date.isAfter(newest)) newest = date;
    var elapsed = Duration.between(tidied, newest);
    if (elapsed.compareTo(TIDY) < 0 && untidied < TIDY_HEADLINES) return;
    tidy(Math.pow(0.5, (double) elapsed.toSeconds() / HALF_LIFE.toSeconds()));
  }

  private void tidy(double factor) {
    var openSince = newest.minus(OPEN).getEpochSecond();
    for (var language : languages.values()) language.fade(factor, openSince);
    languages.values().removeIf(LanguageStories::isEmpty);
    tidied = newest;
    untidied = 0;
  }

  Held held() {
    return languages.values().stream()
        .map(LanguageStories::held)
        .reduce(new Held(0, 0, 0), Held::plus);
  }
}
