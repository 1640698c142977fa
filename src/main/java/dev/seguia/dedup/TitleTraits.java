package dev.seguia.dedup;

import java.nio.ByteBuffer;

/// The features of a title.
///
/// @param whole the hash of all its words
/// @param words of the title proper
/// @param labels what was cut off
record TitleTraits(long whole, TitleWords words, TitleLabelTraits labels) {
  /// In words; titles of less say too little to be compared word by word.
  private static final int ENOUGH = 6;

  /// A title is the head or tail of one that is longer by at most two thirds.
  private static final double LEAST_PART = 0.6;

  /// Of words in common, for titles that may be of one series.
  private static final double SERIES = 0.5;

  /// In words in which titles of one series differ.
  private static final int MOST_REPLACED = 4;

  static TitleTraits of(CanonicalTitle title) {
    var hashes = new int[title.words().size()];
    for (var at = 0; at < hashes.length; at++) hashes[at] = Hash.of(title.words().get(at).folded());
    return new TitleTraits(
        Hash.ofRun('t', hashes, 0, hashes.length),
        TitleWords.of(title.words()),
        TitleLabelTraits.of(title));
  }

  void put(ByteBuffer bytes) {
    bytes.putLong(whole);
    words.put(bytes);
    labels.put(bytes);
  }

  static TitleTraits read(ByteBuffer bytes) {
    return new TitleTraits(bytes.getLong(), TitleWords.read(bytes), TitleLabelTraits.read(bytes));
  }

  boolean equalsTitle(TitleTraits other) {
    return whole == other.whole;
  }

  /// The share of the longer title that the shorter one is the head or the tail of; 0 if it is
  /// neither, or too little of it.
  double part(TitleTraits other) {
    var shorter = words.count() <= other.words.count() ? words : other.words;
    var longer = shorter == words ? other.words : words;
    var share = (double) shorter.count() / longer.count();
    if (shorter.count() < ENOUGH || share < LEAST_PART) return 0;
    var head = words.sameHead(other.words) == shorter.count();
    var tail = words.sameTail(other.words) == shorter.count();
    return head || tail ? share : 0;
  }

  /// Whether the longer of two titles, of which one is a part of the other, adds a number: the next
  /// of a series, or the next state of affairs.
  boolean addsNumber(TitleTraits other) {
    return !words.hasNumbersOf(other.words);
  }

  /// The share of common pairs of words, of titles that differ in what one of them adds; 1 where
  /// only small words differ, 0 for others.
  double nearly(TitleTraits other) {
    if (Math.min(words.count(), other.words.count()) < ENOUGH) return 0;
    if (words.replacesWordsOf(other.words) || !words.turnsLike(other.words)) return 0;
    return words.saysSame(other.words) ? 1 : words.bigramsInCommon(other.words);
  }

  /// Whether both are of one series and yet not the same: they differ in a number, or where one
  /// names this the other names that, and all around it is the same.
  boolean isAnotherOfSeries(TitleTraits other) {
    if (labels.countsApart(other.labels)) return true;
    var related = words.wordsInCommon(other.words) >= SERIES && part(other) == 0;
    return related && (!words.hasNumbersOf(other.words) || replacesName(other));
  }

  private boolean replacesName(TitleTraits other) {
    var head = words.sameHead(other.words);
    var shorter = Math.min(words.count(), other.words.count());
    var tail = Math.min(words.sameTail(other.words), shorter - head);
    var here = words.count() - tail;
    var there = other.words.count() - tail;
    return here - head <= MOST_REPLACED
        && there - head <= MOST_REPLACED
        && words.names(head, here)
        && other.words.names(head, there)
        && words.replacesWordsOf(other.words);
  }
}
