package dev.seguia.relate;

/// The stories that share words with the current headline, each with an upper bound of its
/// similarity. One object is reused for all headlines.
final class Candidates {
  /// Of a bound that was added up from rounded numbers.
  private static final double ROUNDING = 1.001;

  /// What no similarity exceeds.
  static final double MOST = ROUNDING;

  /// Two numbers for each slot: the sum of the weights that the words in common have in the
  /// headline, and the sum of the squares of these weights.
  private float[] shared = new float[0];

  private int[] slots = new int[0];
  private int count;

  /// The same sums over the words of which it is not known who has them.
  private float unknown;

  private float unknownSquare;

  /// Begins with another headline.
  ///
  /// @param most how many stories are open
  void begin(int most) {
    for (var at = 0; at < count; at++) clear(slots[at]);
    count = 0;
    unknown = 0;
    unknownSquare = 0;
    if (most <= slots.length) return;
    slots = new int[most + most / 4];
    shared = new float[2 * slots.length];
  }

  private void clear(int slot) {
    shared[2 * slot] = 0;
    shared[2 * slot + 1] = 0;
  }

  /// Adds the stories that hold a word.
  ///
  /// @param length how many of the list there are
  void add(int[] list, int length, float weight) {
    for (var at = 0; at < length; at++) {
      var slot = list[at];
      if (shared[2 * slot] == 0) slots[count++] = slot;
      raise(slot, weight);
    }
  }

  /// Adds the stories that contain another word.
  void raise(int[] list, int length, float weight) {
    for (var at = 0; at < length; at++) if (shared[2 * list[at]] > 0) raise(list[at], weight);
  }

  private void raise(int slot, float weight) {
    shared[2 * slot] += weight;
    shared[2 * slot + 1] += weight * weight;
  }

  /// Leaves open which of them hold a word.
  void leaveOpen(float weight) {
    unknown += weight;
    unknownSquare += weight * weight;
  }

  /// The index of the most similar story; -1 if there is none.
  int likeliest() {
    var likeliest = -1;
    for (var at = 0; at < count; at++)
      if (likeliest < 0 || square(at) > square(likeliest)) likeliest = at;
    return likeliest;
  }

  int count() {
    return count;
  }

  int slot(int at) {
    return slots[at];
  }

  /// A bound of the similarity of the headline to the story, and to each headline of it, by the
  /// words that they have in common.
  ///
  /// @param heaviest what a word weighs there at most
  double mostLikeness(int at, float heaviest) {
    var byWords = heaviest * (shared[2 * slots[at]] + unknown);
    return Math.min(byWords, Math.sqrt(square(at) + unknownSquare)) * ROUNDING;
  }

  private float square(int at) {
    return shared[2 * slots[at] + 1];
  }

  void release() {
    count = 0;
    shared = new float[0];
    slots = new int[0];
  }

  long bytes() {
    return Bytes.array(shared.length, Float.BYTES) + Bytes.array(slots.length, Integer.BYTES);
  }
}
