package dev.seguia.quality;

import dev.seguia.search.SearchEntry;
import dev.seguia.search.SearchEntry.Carrier;
import dev.seguia.search.index.Related;
import dev.seguia.search.index.Related.Found;
import dev.seguia.search.index.Related.Span;
import dev.seguia.search.index.SearchIndex;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Finds the related entries of every item of `story-items.tsv`, as `id<TAB>id1,id2,...`, for the
/// judge of related articles.
///
/// The order is judged, and what is shown of it, which is cut where scores get low. All sets go
/// into one index, as the entries of many sources do.
final class RelatedArticlesRun {
  private static final int SHOWN = 10;

  /// Titles are all that there is, and those of unknown sources are each of another one.
  private record Item(String id, SearchEntry entry) {
    static Item of(long seq, String line) {
      var cells = line.split("\t", -1);
      var time = Instant.ofEpochSecond((long) Double.parseDouble(cell(cells, 3)));
      var carrier = new Carrier("source-" + seq, "", URI.create("https://" + seq + ".example"));
      return new Item(
          cell(cells, 0),
          new SearchEntry(
              seq,
              cell(cells, 6),
              "",
              Optional.of(language(cell(cells, 2))),
              new TreeSet<>(),
              List.of(carrier),
              time,
              time));
    }

    private static String cell(String[] cells, int at) {
      return Objects.requireNonNull(cells[at]);
    }

    /// `fra` and the like in two letters, as feeds write it.
    private static String language(String code) {
      return LANGUAGES.getOrDefault(code, code);
    }
  }

  private static final Map<String, String> LANGUAGES =
      Locale.availableLocales()
          .filter(locale -> locale.getLanguage().length() == 2)
          .collect(Collectors.toMap(Locale::getISO3Language, Locale::getLanguage, (one, _) -> one));

  private RelatedArticlesRun() {}

  /// The lines for the judge.
  ///
  /// @param isShown whether what is shown of the order is wanted, in place of the order
  static List<String> lines(Path file, boolean isShown) throws IOException {
    var items = items(file);
    var folder = Files.createTempDirectory("seguia-related");
    try (var index = SearchIndex.open(folder)) {
      index.update(items.stream().map(Item::entry).toList());
      index.refresh();
      var related = new Related(index);
      return items.stream()
          .map(item -> item.id() + "\t" + ids(items, related(related, item, isShown)))
          .toList();
    }
  }

  private static List<Long> related(Related related, Item item, boolean isShown) {
    if (isShown) return related.to(item.entry(), Span.EVENT, SHOWN);
    return related.ranked(item.entry(), Span.EVENT, SHOWN).stream().map(Found::seq).toList();
  }

  private static List<Item> items(Path file) throws IOException {
    var lines = new ArrayList<>(Files.readAllLines(file));
    lines.removeFirst();
    lines.removeIf(line -> Objects.requireNonNull(line.split("\t", -1)[3]).isEmpty());
    return IntStream.range(0, lines.size()).mapToObj(at -> Item.of(at, lines.get(at))).toList();
  }

  private static String ids(List<Item> items, List<Long> seqs) {
    return seqs.stream()
        .map(seq -> items.get(Math.toIntExact(seq)).id())
        .collect(Collectors.joining(","));
  }
}
