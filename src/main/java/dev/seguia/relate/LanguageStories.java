package dev.seguia.relate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The open stories of one language.
final class LanguageStories {
  /// At which a headline joins a story.
  private static final double LEAST_SCORE = 0.22;

  /// The terms of a headline by which stories are looked for.
  private static final int RAREST = 12;

  private final Vocabulary vocabulary = new Vocabulary();
  private final Map<Long, Story> open = new HashMap<>();
  private long round;

  /// Finds the story of a headline, or begins one.
  ///
  /// @param window in seconds
  Membership add(Headline headline, long window) {
    var vector = vector(headline);
    var date = headline.date().getEpochSecond();
    var found = find(vector, date, window);
    var place = found.score() < LEAST_SCORE ? new Membership(headline.seq(), 1) : found;
    join(place.story(), vector, date);
    return place;
  }

  /// Adds a headline to the story that it was given to before.
  void recall(Headline headline, long story) {
    join(story, vector(headline), headline.date().getEpochSecond());
  }

  private HeadlineVector vector(Headline headline) {
    return vocabulary.add(HeadlineFeatures.of(headline.title(), headline.summary()));
  }

  private void join(long story, HeadlineVector vector, long date) {
    open.computeIfAbsent(story, Story::new).add(vector, date);
  }

  private Membership find(HeadlineVector vector, long date, long window) {
    var candidates = candidates(vector, date, window);
    for (var at = 0; at < vector.terms().length; at++)
      for (var posting : vector.terms()[at].postings())
        if (posting.story().isCandidate(round))
          posting.story().multiply(vector.weights()[at], posting.sum());
    vector.place();
    var best = new Membership(0, 0);
    for (var story : candidates) best = better(best, story, story.score(date, LEAST_SCORE));
    vector.lift();
    return best;
  }

  private List<Story> candidates(HeadlineVector vector, long date, long window) {
    var candidates = new ArrayList<Story>();
    round++;
    for (var term : vector.rarest(RAREST)) {
      if (term.isTooCommon()) continue;
      for (var posting : term.postings()) {
        var story = posting.story();
        if (story.isCandidate(round) || Math.abs(date - story.last()) > window) continue;
        story.stand(round);
        candidates.add(story);
      }
    }
    return candidates;
  }

  private static Membership better(Membership best, Story story, double score) {
    return score > best.score() ? new Membership(story.first(), Math.min(score, 1)) : best;
  }

  /// Closes stories, and lets the counts of words fade.
  ///
  /// @param openSince in epoch seconds; stories whose last entry is older are closed
  void fade(double factor, long openSince) {
    open.values().removeIf(story -> story.last() < openSince);
    open.values().forEach(Story::prune);
    vocabulary.fade(factor, openSince);
  }

  boolean isEmpty() {
    return open.isEmpty() && vocabulary.size() == 0;
  }

  Stories.Held held() {
    return new Stories.Held(open.size(), vocabulary.size(), vocabulary.postings());
  }
}
