package dev.seguia.relate;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/// A story that may get further entries: the sum of its headlines, and the last of them.
final class Story {
  private static final int MEMBERS = 20;

  /// In terms; a story that goes on for weeks keeps the weightiest half of its words.
  private static final int MOST_TERMS = 400;

  /// In seconds: with this distance in time a likeness counts a third.
  private static final double DECAY = 3 * 86_400;

  /// Of the likeness to one headline, against that to all.
  private static final double ONE = 0.5;

  private final long first;
  private final Map<Term, Posting> postings = new HashMap<>();
  private final Deque<HeadlineVector> members = new ArrayDeque<>();
  private double square;
  private boolean isPruned;
  private long last = Long.MIN_VALUE;

  /// The round in which it is a candidate, and its product with the headline of that round.
  private long round;

  private double product;

  Story(long first) {
    this.first = first;
  }

  /// The number of its first entry.
  long first() {
    return first;
  }

  /// The date of its newest entry, in epoch seconds.
  long last() {
    return last;
  }

  boolean hasDropped(Term term) {
    return isPruned && !postings.containsKey(term);
  }

  boolean isCandidate(long round) {
    return this.round == round;
  }

  void stand(long round) {
    this.round = round;
    product = 0;
  }

  void multiply(double weight, double sum) {
    product += weight * sum;
  }

  /// How well the headline that is being placed fits, when all its terms were multiplied; 0 if it
  /// is below what counts.
  double score(long date, double least) {
    var all = product / Math.sqrt(square);
    if (all <= least / 2) return 0;
    var best = 0.0;
    for (var member : members) best = Math.max(best, member.cosine());
    return ((1 - ONE) * all + ONE * best) * Math.exp(-Math.abs((double) date - last) / DECAY);
  }

  void add(HeadlineVector headline, long date) {
    for (var at = 0; at < headline.terms().length; at++)
      add(headline.terms()[at], headline.weights()[at]);
    members.add(headline);
    if (members.size() > MEMBERS) members.removeFirst();
    last = Math.max(last, date);
  }

  private void add(Term term, double weight) {
    var posting = postings.computeIfAbsent(term, this::post);
    square += weight * (2 * posting.sum() + weight);
    posting.add(weight);
  }

  private Posting post(Term term) {
    var posting = new Posting(this);
    term.add(posting);
    return posting;
  }

  /// Drops the words that weigh least, if there are too many.
  void prune() {
    if (postings.size() <= MOST_TERMS) return;
    var kept =
        postings.entrySet().stream()
            .sorted(
                Comparator.comparingDouble(
                    (Map.Entry<Term, Posting> posting) -> -posting.getValue().sum()))
            .limit(MOST_TERMS / 2)
            .map(Map.Entry::getKey)
            .toList();
    isPruned = true;
    postings.keySet().retainAll(new HashSet<>(kept));
    square = postings.values().stream().mapToDouble(posting -> posting.sum() * posting.sum()).sum();
  }
}
