package dev.seguia.page;

import dev.seguia.feed.EntryFilter;
import dev.seguia.page.TagPage.Choices;
import dev.seguia.store.entry.Activity.Count;
import dev.seguia.store.state.StoredSource;
import dev.seguia.url.UrlSecrets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The languages and sources that a list may be narrowed to: those of its latest entries, the
/// fullest first.
///
/// @param counts of the whole list, whatever the filter
/// @param address of the list under a filter
/// @param source finds a source of the filter that has no entry of late
record TagChoices(
    Messages words,
    EntryFilter filter,
    List<Count> counts,
    Function<EntryFilter, String> address,
    Function<String, Optional<StoredSource>> source) {
  private static final int MOST = 10;

  Choices choices() {
    return new Choices(languages(), sources());
  }

  /// Varieties of a language are one with it.
  private List<Choice> languages() {
    var found =
        fullest(
            counts.stream()
                .filter(count -> isFrom(count.source()))
                .filter(count -> count.language().isPresent()),
            count -> count.language().orElseThrow().split("-", 2)[0],
            filter.languages());
    return withAll(
        words.say("tag.all-languages"),
        filter.languages(),
        found,
        language ->
            new Choice(
                Messages.ownName(language),
                language,
                written(found.getOrDefault(language, 0L)),
                address.apply(filter.withLanguages(List.of(language))),
                filter.languages().contains(language)),
        address.apply(filter.withLanguages(List.of())));
  }

  private List<Choice> sources() {
    var titles =
        counts.stream()
            .map(Count::source)
            .collect(Collectors.toMap(StoredSource::id, StoredSource::title, (title, _) -> title));
    var found =
        fullest(
            counts.stream().filter(count -> filter.fitsLanguage(count.language())),
            count -> count.source().id(),
            filter.sources());
    return withAll(
        words.say("tag.all-sources"),
        filter.sources(),
        found,
        id ->
            new Choice(
                UrlSecrets.without(
                    Optional.ofNullable(titles.get(id))
                        .or(() -> source.apply(id).map(StoredSource::title))
                        .orElse(id)),
                "",
                written(found.getOrDefault(id, 0L)),
                address.apply(filter.withSources(List.of(id))),
                filter.sources().contains(id)),
        address.apply(filter.withSources(List.of())));
  }

  private boolean isFrom(StoredSource one) {
    return filter.sources().isEmpty() || filter.sources().contains(one.id());
  }

  private static Map<String, Long> fullest(
      Stream<Count> counts, Function<Count, String> name, List<String> chosen) {
    var sums = counts.collect(Collectors.groupingBy(name, Collectors.summingLong(Count::entries)));
    for (var one : chosen) sums.putIfAbsent(one, 0L);
    return sums;
  }

  /// None where there is nothing to choose between.
  private static List<Choice> withAll(
      String all,
      List<String> chosen,
      Map<String, Long> found,
      Function<String, Choice> choice,
      String addressOfAll) {
    if (found.size() < 2 && chosen.isEmpty()) return List.of();
    var names =
        Stream.concat(
                found.keySet().stream()
                    .sorted(
                        Comparator.comparingLong((String name) -> found.getOrDefault(name, 0L))
                            .reversed()
                            .thenComparing(name -> name))
                    .limit(MOST),
                chosen.stream())
            .distinct();
    var choices = new ArrayList<Choice>();
    choices.add(new Choice(all, "", "", addressOfAll, chosen.isEmpty()));
    names.map(choice).forEach(choices::add);
    return choices;
  }

  private String written(long count) {
    return count == 0 ? "" : words.number(count);
  }
}
