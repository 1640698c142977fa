package dev.seguia.dedup;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The features of the labels cut off a title.
///
/// @param subject the words of the subject before it, without numbers
/// @param numbers those of the subject, as in `JO-2020:`
/// @param site the hash of the name behind it; 0 where there was none
/// @param live whether the article is rewritten as things happen
record TitleLabelTraits(long[] subject, long[] numbers, long site, boolean live) {
  static TitleLabelTraits of(CanonicalTitle title) {
    var site = Hash.each(title.site());
    return new TitleLabelTraits(
        hashes(title.subject(), false),
        hashes(title.subject(), true),
        site.length == 0 ? 0 : Hash.ofRun('n', site, 0, site.length),
        title.live());
  }

  private static long[] hashes(List<String> words, boolean numbers) {
    var wanted = new ArrayList<String>();
    for (var word : words) if (WordKind.hasDigit(word) == numbers) wanted.add(word);
    return HashSets.of(Hash.each(wanted));
  }

  void put(ByteBuffer bytes) {
    Packed.put(bytes, subject);
    Packed.put(bytes, numbers);
    bytes.putLong(site);
    bytes.put((byte) (live ? 1 : 0));
  }

  static TitleLabelTraits read(ByteBuffer bytes) {
    return new TitleLabelTraits(
        Packed.longs(bytes), Packed.longs(bytes), bytes.getLong(), bytes.get() != 0);
  }

  /// Whether both bear numbers, and not the same.
  boolean countsApart(TitleLabelTraits other) {
    return numbers.length > 0
        && other.numbers.length > 0
        && HashSets.common(numbers, other.numbers) == 0;
  }

  /// Whether both name subjects that have no word in common, as `PARIS:` and `LYON:`.
  boolean speaksOfAnother(TitleLabelTraits other) {
    return subject.length > 0
        && other.subject.length > 0
        && HashSets.common(subject, other.subject) == 0;
  }

  /// Whether nothing was cut off that tells the one title from the other.
  boolean equalsLabels(TitleLabelTraits other) {
    return Arrays.equals(subject, other.subject)
        && Arrays.equals(numbers, other.numbers)
        && site == other.site;
  }
}
