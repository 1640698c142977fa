package dev.seguia.relate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The open stories of one language, each in a slot, with a hash table by the numbers of their
/// first entries (open addressing).
final class OpenStories {
  private static final int SMALLEST = 8;

  private @Nullable Story[] slots = new @Nullable Story[SMALLEST];
  private int count;

  /// By slot, so that most stories need not be looked at.
  private float[] heaviest = new float[SMALLEST];

  private BitSet pruned = new BitSet();

  /// Slots plus one; 0 where there is none. A power of two in length, at most three quarters full.
  private int[] table = new int[2 * SMALLEST];

  /// How many there are: their slots are the numbers below.
  int count() {
    return count;
  }

  Story get(int slot) {
    return Objects.requireNonNull(slots[slot]);
  }

  /// Whether the headlines of a story may have words that the story has dropped.
  boolean isPruned(int slot) {
    return pruned.get(slot);
  }

  /// The maximum weight of a word in a story and in each of its headlines.
  float heaviest(int slot) {
    return heaviest[slot];
  }

  /// To be called when a headline was added to a story.
  void changed(int slot) {
    heaviest[slot] = get(slot).terms().heaviest();
    if (get(slot).isPruned()) pruned.set(slot);
  }

  /// The slot of the story that began with an entry, -1 if it is not open.
  int slot(long first) {
    return table[place(first)] - 1;
  }

  private int place(long first) {
    var mask = table.length - 1;
    var place = Long.hashCode(first * 0x9e3779b97f4a7c15L) & mask;
    while (table[place] > 0 && get(table[place] - 1).first() != first) place = (place + 1) & mask;
    return place;
  }

  /// Adds a story that is not among them.
  ///
  /// @return its slot
  int add(Story story) {
    if (count == slots.length) resize(count + count / 2);
    var place = place(story.first());
    slots[count] = story;
    table[place] = ++count;
    changed(count - 1);
    if (count > table.length / 4 * 3) fillTable(2 * table.length);
    return count - 1;
  }

  private void resize(int length) {
    slots = Arrays.copyOf(slots, length);
    heaviest = Arrays.copyOf(heaviest, length);
  }

  private void fillTable(int length) {
    table = new int[length];
    for (var slot = 0; slot < count; slot++) table[place(get(slot).first())] = slot + 1;
  }

  /// Closes stories. The others move to other slots, in the same order.
  ///
  /// @return by the slots so far, the new ones; -1 for stories that are closed
  int[] close(Predicate<Story> isClosed) {
    var moved = new int[count];
    var kept = 0;
    for (var slot = 0; slot < moved.length; slot++) {
      var story = get(slot);
      moved[slot] = isClosed.test(story) ? -1 : kept;
      slots[kept] = story;
      if (moved[slot] >= 0) kept++;
    }
    count = kept;
    Arrays.fill(slots, count, moved.length, null);
    resize(Math.max(SMALLEST, count + count / 8));
    fillTable(tableLength());
    pruned = new BitSet();
    for (var slot = 0; slot < count; slot++) changed(slot);
    return moved;
  }

  private int tableLength() {
    var length = 2 * SMALLEST;
    while (count > length / 4 * 3) length *= 2;
    return length;
  }

  /// Without the stories themselves.
  long bytes() {
    return Bytes.array(slots.length, Bytes.REFERENCE)
        + Bytes.array(heaviest.length, Float.BYTES)
        + Bytes.array(table.length, Integer.BYTES)
        + Bytes.array(pruned.size(), 1) / Byte.SIZE;
  }
}
