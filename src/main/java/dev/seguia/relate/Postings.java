package dev.seguia.relate;

import java.util.Arrays;

/// The inverted index of the open stories: for each term, the slots of the stories that contain it.
final class Postings {
  private static final int[] NONE = {};
  private static final int SMALLEST = 8;

  private int[][] lists = new int[SMALLEST][];
  private int[] lengths = new int[SMALLEST];
  private long count;
  private long bytesOfLists;

  Postings() {
    Arrays.fill(lists, NONE);
  }

  private void resize(int term, int length) {
    bytesOfLists += bytes(length) - bytes(lists[term].length);
    lists[term] = length == 0 ? NONE : Arrays.copyOf(lists[term], length);
  }

  private static long bytes(int length) {
    return length == 0 ? 0 : Bytes.array(length, Integer.BYTES);
  }

  void add(int term, int slot) {
    if (term >= lists.length) makeRoom(term + 1);
    var length = lengths[term];
    if (length == lists[term].length) resize(term, length + 1 + length / 4);
    lists[term][length] = slot;
    lengths[term]++;
    count++;
  }

  private void makeRoom(int terms) {
    var before = lists.length;
    lists = Arrays.copyOf(lists, terms + terms / 2);
    lengths = Arrays.copyOf(lengths, lists.length);
    Arrays.fill(lists, before, lists.length, NONE);
  }

  void remove(int term, int slot) {
    var list = lists[term];
    var at = 0;
    while (list[at] != slot) at++;
    lengths[term]--;
    count--;
    System.arraycopy(list, at + 1, list, at, lengths[term] - at);
  }

  /// Applies the new slots of stories.
  ///
  /// @param slots by the ones so far; -1 for stories that are closed
  void move(int[] slots) {
    count = 0;
    for (var term = 0; term < lists.length; term++) {
      lengths[term] = moved(lists[term], lengths[term], slots);
      count += lengths[term];
      if (lengths[term] < lists[term].length) resize(term, lengths[term]);
    }
  }

  private static int moved(int[] list, int length, int[] slots) {
    var kept = 0;
    for (var at = 0; at < length; at++) {
      var slot = slots[list[at]];
      if (slot >= 0) list[kept++] = slot;
    }
    return kept;
  }

  /// Applies the new numbers of terms.
  ///
  /// @param numbers by the ones so far; -1 for terms that are forgotten, which no story holds
  /// @param size above all new numbers
  void renumber(int[] numbers, int size) {
    var length = Math.max(SMALLEST, size + size / 8);
    var listsBefore = lists;
    var lengthsBefore = lengths;
    lists = new int[length][];
    lengths = new int[length];
    Arrays.fill(lists, NONE);
    for (var term = 0; term < Math.min(numbers.length, listsBefore.length); term++) {
      if (numbers[term] < 0) continue;
      lists[numbers[term]] = listsBefore[term];
      lengths[numbers[term]] = lengthsBefore[term];
    }
  }

  /// How many stories hold a term.
  int length(int term) {
    return term < lengths.length ? lengths[term] : 0;
  }

  /// The slots of the stories that hold a term, in the first [#length] places. Not to be changed.
  int[] list(int term) {
    return term < lists.length ? lists[term] : NONE;
  }

  /// Of all terms together.
  long count() {
    return count;
  }

  long bytes() {
    return bytesOfLists
        + Bytes.array(lists.length, Bytes.REFERENCE)
        + Bytes.array(lengths.length, Integer.BYTES);
  }
}
