package dev.seguia.relate;

import java.util.List;
import java.util.Optional;

/// The open stories of one language.
final class LanguageStories {
  /// At which a headline joins a story.
  private static final double LEAST_SCORE = 0.22;

  /// The terms of a headline by which stories are looked for.
  private static final int RAREST = 12;

  /// A word of more stories leads to none of them.
  private static final int MOST_STORIES = 5_000;

  /// In postings that are read to learn which candidates are worth a comparison.
  private static final int MOST_RAISED = 20_000;

  private static final int NONE = -1;

  private final Placing placing;
  private final Vocabulary vocabulary = new Vocabulary();
  private final OpenStories open = new OpenStories();
  private final int[] rarest = new int[RAREST];
  private Postings postings = new Postings();
  private long bytesOfStories;

  /// @param story the number of its first entry
  private record Found(long story, double score) {}

  /// @param placing may be that of all languages
  LanguageStories(Placing placing) {
    this.placing = placing;
  }

  /// Finds the story of a headline, or begins one.
  ///
  /// @param window in seconds
  Membership add(Headline headline, long window) {
    weigh(headline);
    var date = headline.date().getEpochSecond();
    var found = find(date, window);
    var story = found.map(Found::story).orElse(headline.seq());
    var score = found.map(Found::score).orElse(1.0);
    return new Membership(story, score, join(story, date));
  }

  /// Adds a headline to the story that it was given to before.
  void recall(Headline headline, long story) {
    weigh(headline);
    join(story, headline.date().getEpochSecond());
  }

  private void weigh(Headline headline) {
    placing.features().read(headline.title(), headline.summary());
    vocabulary.weigh(placing.features(), placing.weights());
  }

  /// Adds the headline that is being placed.
  ///
  /// @return the number of entries in the story
  private int join(long first, long date) {
    var slot = open.slot(first);
    if (slot < 0) return begin(first, date);
    var story = open.get(slot);
    bytesOfStories -= story.bytes();
    story.add(placing.weights(), date, postings, slot);
    open.changed(slot);
    bytesOfStories += story.bytes();
    return story.size();
  }

  private int begin(long first, long date) {
    var story = new Story(first, placing.weights().vector(), date);
    var slot = open.add(story);
    post(story, slot);
    bytesOfStories += story.bytes();
    return story.size();
  }

  private Optional<Found> find(long date, long window) {
    gather();
    var candidates = placing.candidates();
    var best = NONE;
    var score = leastOf(candidates.likeliest(), date, window);
    for (var at = 0; at < candidates.count(); at++) {
      var own = score(at, date, window, score);
      if (best == NONE ? own < score : own <= score) continue;
      best = candidates.slot(at);
      score = own;
    }
    if (best == NONE) return Optional.empty();
    return Optional.of(new Found(open.get(best).first(), Math.min(score, 1)));
  }

  /// A lower bound of the best story's score: with it known, few others need a comparison.
  private double leastOf(int likeliest, long date, long window) {
    if (likeliest < 0) return LEAST_SCORE;
    return Math.max(LEAST_SCORE, score(likeliest, date, window, LEAST_SCORE));
  }

  private double score(int at, long date, long window, double least) {
    var slot = placing.candidates().slot(at);
    var most =
        open.isPruned(slot)
            ? Candidates.MOST
            : placing.candidates().mostLikeness(at, open.heaviest(slot));
    if (most < least) return 0;
    var story = open.get(slot);
    if (Math.abs(date - story.last()) > window) return 0;
    return story.score(placing.weights(), date, most, least);
  }

  /// Finds the stories that the headline may belong to.
  private void gather() {
    var weights = placing.weights();
    var candidates = placing.candidates();
    candidates.begin(open.count());
    var found = vocabulary.rarest(weights, rarest);
    var used = 0;
    for (var at = 0; at < found; at++)
      if (leads(rarest[at])) {
        var term = weights.term(rarest[at]);
        candidates.add(postings.list(term), postings.length(term), weights.weight(rarest[at]));
        rarest[used++] = rarest[at];
      }
    raise(used);
  }

  /// Common words of two summaries may be how their source introduces all its entries: summaries
  /// alone do not assign an entry to a story.
  private boolean leads(int place) {
    return place < placing.weights().ofTitle()
        && postings.length(placing.weights().term(place)) <= MOST_STORIES;
  }

  private void raise(int used) {
    var weights = placing.weights();
    var left = MOST_RAISED;
    for (var at = 0; at < weights.count(); at++) {
      if (isAmong(used, at)) continue;
      var term = weights.term(at);
      var length = postings.length(term);
      if (length > left) placing.candidates().leaveOpen(weights.weight(at));
      else placing.candidates().raise(postings.list(term), length, weights.weight(at));
      if (length <= left) left -= length;
    }
  }

  private boolean isAmong(int used, int place) {
    for (var at = 0; at < used; at++) if (rarest[at] == place) return true;
    return false;
  }

  /// Closes stories, decays the counts of words, and removes unused words.
  ///
  /// @param least in headlines: words of fewer are forgotten
  void tidy(Cutoff cutoff, double factor, double least) {
    for (var slot = 0; slot < open.count(); slot++)
      if (!cutoff.closes(open.get(slot))) open.get(slot).tidy(postings, slot);
    postings.move(open.close(cutoff::closes));
    vocabulary.fade(factor);
    var before = vocabulary.size();
    var numbers = vocabulary.forget(postings, least);
    if (vocabulary.size() < before) renumber(numbers);
    countBytes();
  }

  private void renumber(int[] numbers) {
    postings.renumber(numbers, vocabulary.size());
    for (var slot = 0; slot < open.count(); slot++) open.get(slot).terms().renumber(numbers);
  }

  private void countBytes() {
    bytesOfStories = 0;
    for (var slot = 0; slot < open.count(); slot++) bytesOfStories += open.get(slot).bytes();
  }

  private void post(Story story, int slot) {
    for (var at = 0; at < story.terms().size(); at++) postings.add(story.terms().term(at), slot);
  }

  /// Adds all open stories to a list.
  void collect(List<Story> stories) {
    for (var slot = 0; slot < open.count(); slot++) stories.add(open.get(slot));
  }

  boolean isEmpty() {
    return open.count() == 0 && vocabulary.size() == 0;
  }

  Stories.Held held() {
    return new Stories.Held(open.count(), vocabulary.size(), postings.count(), bytes());
  }

  long bytes() {
    return Bytes.object(5 * Bytes.REFERENCE + Long.BYTES)
        + Bytes.array(RAREST, Integer.BYTES)
        + vocabulary.bytes()
        + open.bytes()
        + postings.bytes()
        + bytesOfStories;
  }
}
