package dev.seguia.search.index;

import dev.seguia.query.Field;
import dev.seguia.query.Query;
import dev.seguia.query.Query.And;
import dev.seguia.query.Query.In;
import dev.seguia.query.Query.Or;
import dev.seguia.query.Query.Phrase;
import dev.seguia.query.Query.Wildcard;
import dev.seguia.query.Query.Word;
import dev.seguia.search.Analysis;
import dev.seguia.search.Analysis.Spot;
import dev.seguia.search.Language;
import dev.seguia.search.WordQueries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;

/// Highlighter: finds the words of a query in a text.
final class Marker {
  private final Analysis analysis;
  private final List<Spot> spots;
  private final List<Mark> marks = new ArrayList<>();

  private Marker(Analysis analysis, List<Spot> spots) {
    this.analysis = analysis;
    this.spots = spots;
  }

  /// In the order of the text; they do not overlap.
  static List<Mark> marks(Analysis analysis, Query query, String text, Language language) {
    var marker = new Marker(analysis, analysis.spots(language, text));
    marker.mark(query);
    return marker.joined();
  }

  private void mark(Query query) {
    switch (query) {
      case Word(var text) -> row(text);
      case Phrase(var text) -> row(text);
      case Wildcard(var pattern) -> pattern(pattern);
      case In(var field, var inner) -> {
        if (field == Field.TITLE) mark(inner);
      }
      case And(var with, _) -> with.forEach(this::mark);
      case Or(var alternatives) -> alternatives.forEach(this::mark);
    }
  }

  private void row(String text) {
    for (var row : analysis.rows(EnumSet.allOf(Language.class), text)) mark(row);
  }

  private void mark(List<String> row) {
    if (row.isEmpty()) return;
    for (var at = 0; at + row.size() <= spots.size(); at++)
      if (fits(row, at)) mark(at, at + row.size() - 1);
  }

  private boolean fits(List<String> row, int at) {
    for (var word = 0; word < row.size(); word++)
      if (!spots.get(at + word).terms().contains(row.get(word))) return false;
    return true;
  }

  private void pattern(String pattern) {
    for (var part : WordQueries.parts(analysis.folded(pattern))) {
      var regex = Pattern.compile(part.replace("*", ".*").replace('?', '.'));
      for (var at = 0; at < spots.size(); at++)
        if (spots.get(at).terms().stream().anyMatch(term -> regex.matcher(term).matches()))
          mark(at, at);
    }
  }

  private void mark(int first, int last) {
    marks.add(new Mark(spots.get(first).start(), spots.get(last).end()));
  }

  private List<Mark> joined() {
    var joined = new ArrayList<Mark>();
    for (var mark : marks.stream().sorted(Comparator.comparingInt(Mark::start)).toList()) {
      if (joined.isEmpty() || joined.getLast().end() < mark.start()) joined.add(mark);
      else {
        var before = joined.removeLast();
        joined.add(new Mark(before.start(), Math.max(before.end(), mark.end())));
      }
    }
    return joined;
  }
}
