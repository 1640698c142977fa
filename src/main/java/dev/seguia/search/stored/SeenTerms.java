package dev.seguia.search.stored;

import dev.seguia.search.WordField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// The terms and patterns of stored queries that occur in an entry, by number, with the positions
/// of terms.
final class SeenTerms {
  private final BitSet numbers = new BitSet();
  private final BitSet tried;
  private int[] ofPlaces = new int[64];
  private int[] places = new int[64];
  private int size;

  /// @param alwaysTried the places of the queries that are to be tried on every entry
  SeenTerms(BitSet alwaysTried) {
    tried = (BitSet) alwaysTried.clone();
  }

  /// The places of the queries to try.
  BitSet tried() {
    return tried;
  }

  boolean has(int number) {
    return numbers.get(number);
  }

  void add(int number) {
    numbers.set(number);
  }

  /// @param places of the queries to try because of it
  void add(int number, BitSet places) {
    if (numbers.get(number)) return;
    numbers.set(number);
    tried.or(places);
  }

  /// Records a term at a position in its field.
  private void at(int place, int number) {
    if (size == places.length) {
      places = Arrays.copyOf(places, size * 2);
      ofPlaces = Arrays.copyOf(ofPlaces, size * 2);
    }
    places[size] = place;
    ofPlaces[size++] = number;
  }

  /// Adds the words of a text.
  void read(WordField text, WatchedTerms watched) {
    try (var terms = text.terms()) {
      var term = terms.addAttribute(CharTermAttribute.class);
      var step = terms.addAttribute(PositionIncrementAttribute.class);
      terms.reset();
      for (var place = 0; terms.incrementToken(); ) {
        place += step.getPositionIncrement();
        var number = watched.see(term.buffer(), term.length(), this);
        if (number != WatchedTerms.NONE) at(place, number);
      }
      terms.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text in memory", impossible);
    }
  }

  /// Whether words occur in a row.
  ///
  /// @param row their numbers, all of one field
  boolean hasRow(int[] row) {
    for (var at = 0; at < size; at++)
      if (ofPlaces[at] == row[0] && goesOn(row, places[at])) return true;
    return false;
  }

  private boolean goesOn(int[] row, int start) {
    for (var word = 1; word < row.length; word++)
      if (!standsAt(start + word, row[word])) return false;
    return true;
  }

  private boolean standsAt(int place, int number) {
    for (var at = 0; at < size; at++)
      if (places[at] == place && ofPlaces[at] == number) return true;
    return false;
  }
}
