package dev.seguia.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Analysis of the words of entries and queries into index terms.
public final class Analysis implements AutoCloseable {
  /// In words.
  private static final int OF_QUERIES = 256;

  private final Map<Language, Analyzer> ofEntries = new EnumMap<>(Language.class);
  private final Map<Language, Analyzer> ofQueries = new EnumMap<>(Language.class);

  public Analysis() {
    var cacheOfEntries = new TermCache();
    var cacheOfQueries = new TermCache(OF_QUERIES);
    for (var language : Language.values()) {
      ofEntries.put(language, new WordAnalyser(language, true, cacheOfEntries));
      ofQueries.put(language, new WordAnalyser(language, false, cacheOfQueries));
    }
  }

  /// A word position of a text, with all its terms.
  public record Spot(int start, int end, Set<String> terms) {}

  /// The terms of an entry's text. The caller closes them.
  TokenStream terms(Language language, String field, String text) {
    return analyser(ofEntries, language).tokenStream(field, text);
  }

  /// The words of an entry's text, with their positions.
  public List<Spot> spots(Language language, String text) {
    return spots(analyser(ofEntries, language), text);
  }

  /// The words of a query's text as some languages have them, each row all words of the text. An
  /// entry that has the text has a row of its own language.
  public Set<List<String>> rows(Set<Language> languages, String text) {
    var rows = new LinkedHashSet<List<String>>();
    for (var language : languages)
      rows.add(
          spots(analyser(ofQueries, language), text).stream()
              .map(spot -> spot.terms().iterator().next())
              .toList());
    return rows;
  }

  /// A pattern with its letters folded as those of words are.
  public String folded(String pattern) {
    return analyser(ofQueries, Language.OTHER).normalize(Fields.TEXT, pattern).utf8ToString();
  }

  private static Analyzer analyser(Map<Language, Analyzer> analysers, Language language) {
    return Objects.requireNonNull(analysers.get(language));
  }

  private static List<Spot> spots(Analyzer analyser, String text) {
    var spots = new ArrayList<Spot>();
    try (var terms = analyser.tokenStream(Fields.TEXT, text)) {
      var term = terms.addAttribute(CharTermAttribute.class);
      var offset = terms.addAttribute(OffsetAttribute.class);
      var step = terms.addAttribute(PositionIncrementAttribute.class);
      terms.reset();
      while (terms.incrementToken()) {
        if (step.getPositionIncrement() > 0 || spots.isEmpty())
          spots.add(new Spot(offset.startOffset(), offset.endOffset(), new TreeSet<>()));
        spots.getLast().terms().add(term.toString());
      }
      terms.end();
      return spots;
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text in memory", impossible);
    }
  }

  @Override
  public void close() {
    ofEntries.values().forEach(Analyzer::close);
    ofQueries.values().forEach(Analyzer::close);
  }
}
