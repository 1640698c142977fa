package dev.seguia.relate;

import dev.seguia.memory.MemoryShare;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/// Clusters entries on the same event into stories, online.
///
/// One pass over the headlines by TF-IDF: each joins the open story that it is most like, or begins
/// one. A story is open for three days after its last entry, and what is held in memory is what
/// came in those days, up to a bound in bytes: beyond it the oldest stories close before their
/// time. For one thread at a time.
public final class Stories {
  /// Limit: time between two entries of a story; a later entry is not added.
  private static final Duration OPEN = Duration.ofDays(3);

  /// Counts of words are halved in this time.
  private static final Duration HALF_LIFE = Duration.ofDays(14);

  /// Between two times of tidying up.
  private static final Duration TIDY = Duration.ofHours(6);

  /// Between two times of tidying up, in headlines: a back catalogue comes in with old dates, and
  /// time stands still.
  private static final int TIDY_HEADLINES = 10_000;

  /// If memory is short, one in this many stories closes at once.
  private static final int CLOSED = 4;

  /// If memory is short, at least one in this many bytes is freed.
  private static final int FREED = 5;

  /// In headlines: where memory is short, words of fewer are forgotten, if no open story holds
  /// them.
  private static final double LEAST_IF_SHORT = 8;

  private final long mostBytes;
  private final Map<String, LanguageStories> languages = new HashMap<>();
  private final Placing placing = new Placing(new SplittableRandom().nextLong());
  private Instant newest = Instant.MIN;
  private Instant tidied = Instant.MIN;
  private int untidied;
  private long bytesOfLanguages;
  private long closedEarly;

  /// The memory in use.
  ///
  /// @param stories that are open
  /// @param terms of all languages
  /// @param postings of terms, each in one story
  /// @param bytes of all this together, estimated
  record Held(int stories, int terms, long postings, long bytes) {
    Held plus(Held other) {
      return new Held(
          stories + other.stories,
          terms + other.terms,
          postings + other.postings,
          bytes + other.bytes);
    }
  }

  /// Uses at most its share of the heap.
  public Stories() {
    this(MemoryShare.STORIES.bytes());
  }

  /// @param mostBytes that are held in memory, over all languages
  public Stories(long mostBytes) {
    if (mostBytes < 1) throw new IllegalArgumentException("stories need memory, not " + mostBytes);
    this.mostBytes = mostBytes;
  }

  /// Assigns an entry to a story, or begins a new one. Entries may come in any order of dates; the
  /// newest one sets the current time.
  public Membership add(Headline headline) {
    pass(headline.date());
    var language = of(headline);
    var before = language.bytes();
    var membership = language.add(headline, OPEN.toSeconds());
    grow(language.bytes() - before);
    return membership;
  }

  /// Adds an entry to the story that it was assigned to before, as after a restart.
  public void recall(Headline headline, long story) {
    pass(headline.date());
    var language = of(headline);
    var before = language.bytes();
    language.recall(headline, story);
    grow(language.bytes() - before);
  }

  private LanguageStories of(Headline headline) {
    return languages.computeIfAbsent(headline.primaryLanguage(), this::begin);
  }

  private LanguageStories begin(String language) {
    var stories = new LanguageStories(placing);
    bytesOfLanguages += stories.bytes() + bytesOf(language);
    return stories;
  }

  private void grow(long bytes) {
    bytesOfLanguages += bytes;
    if (bytes() > mostBytes) shrink();
  }

  private void pass(Instant date) {
    if (untidied++ == 0 && newest.equals(Instant.MIN)) tidied = date;
    if (date.isAfter(newest)) newest = date;
    var elapsed = Duration.between(tidied, newest);
    if (elapsed.compareTo(TIDY) < 0 && untidied < TIDY_HEADLINES) return;
    tidy(due(), Vocabulary.LEAST);
  }

  private Cutoff due() {
    return Cutoff.before(newest.getEpochSecond() - OPEN.toSeconds());
  }

  private void tidy(Cutoff cutoff, double least) {
    var elapsed = Duration.between(tidied, newest).toSeconds();
    var factor = Math.pow(0.5, (double) elapsed / HALF_LIFE.toSeconds());
    for (var language : languages.values()) language.tidy(cutoff, factor, least);
    languages.values().removeIf(LanguageStories::isEmpty);
    bytesOfLanguages = 0;
    languages.forEach((name, stories) -> bytesOfLanguages += stories.bytes() + bytesOf(name));
    placing.release();
    tidied = newest;
    untidied = 0;
  }

  /// Forgets rare words and closes the oldest stories.
  private void shrink() {
    var least = LEAST_IF_SHORT;
    // more words than places where they stand: most are held by no story
    if (held().terms() > held().postings()) tidy(due(), least);
    while (bytes() > mostBytes - mostBytes / FREED && !languages.isEmpty()) {
      closeOldest(least);
      least *= 2;
    }
  }

  private void closeOldest(double least) {
    var stories = new ArrayList<Story>();
    for (var language : languages.values()) language.collect(stories);
    stories.removeIf(due()::closes);
    stories.sort(Comparator.comparingLong(Story::last).thenComparingLong(Story::first));
    var closed = (stories.size() + CLOSED - 1) / CLOSED;
    tidy(closed == 0 ? due() : Cutoff.at(stories.get(closed - 1)), least);
    closedEarly += closed;
  }

  private long bytes() {
    return bytesOfLanguages + placing.bytes();
  }

  /// Of the name of a language, and of its place in the map.
  private static long bytesOf(String language) {
    return Bytes.object(2 * Integer.BYTES + 3 * Bytes.REFERENCE)
        + Bytes.object(2 * Integer.BYTES + Bytes.REFERENCE)
        + Bytes.array(language.length(), Character.BYTES)
        + 2 * Bytes.REFERENCE;
  }

  /// How many stories were closed before their time, for want of memory, since this was made.
  long closedEarly() {
    return closedEarly;
  }

  Held held() {
    return languages.values().stream()
        .map(LanguageStories::held)
        .reduce(new Held(0, 0, 0, bytes() - bytesOfLanguages), Held::plus);
  }
}
