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
  private final Map<Term, Double> sum = new HashMap<>();
  private final Deque<HeadlineVector> members = new ArrayDeque<>();
  private double length;
  private long last = Long.MIN_VALUE;
  private long seen;

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

  boolean holds(Term term) {
    return sum.containsKey(term);
  }

  /// Whether it is met for the first time on this round.
  boolean isNewIn(long round) {
    if (seen == round) return false;
    seen = round;
    return true;
  }

  /// How well the headline that is being placed fits; 0 if it is below what counts.
  double score(HeadlineVector headline, long date, double least) {
    var all = cosine(headline);
    if (all <= least / 2) return 0;
    var best = 0.0;
    for (var member : members) best = Math.max(best, member.cosine());
    return ((1 - ONE) * all + ONE * best) * Math.exp(-Math.abs((double) date - last) / DECAY);
  }

  private double cosine(HeadlineVector headline) {
    var product = 0.0;
    for (var term : headline.terms()) product += term.weight() * sum.getOrDefault(term, 0.0);
    return product / length;
  }

  void add(HeadlineVector headline, long date) {
    for (var at = 0; at < headline.terms().length; at++) {
      var term = headline.terms()[at];
      if (sum.merge(term, headline.weights()[at], Double::sum) == headline.weights()[at])
        term.add(this);
    }
    members.add(headline);
    if (members.size() > MEMBERS) members.removeFirst();
    last = Math.max(last, date);
    measure();
  }

  private void measure() {
    length = Math.sqrt(sum.values().stream().mapToDouble(weight -> weight * weight).sum());
  }

  /// Drops the words that weigh least, if there are too many.
  void prune() {
    if (sum.size() <= MOST_TERMS) return;
    var kept =
        sum.entrySet().stream()
            .sorted(Map.Entry.<Term, Double>comparingByValue(Comparator.reverseOrder()))
            .limit(MOST_TERMS / 2)
            .map(Map.Entry::getKey)
            .toList();
    sum.keySet().retainAll(new HashSet<>(kept));
    measure();
  }

  int size() {
    return sum.size();
  }
}
