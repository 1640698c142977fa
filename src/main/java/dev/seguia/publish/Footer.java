package dev.seguia.publish;

import java.util.List;
import java.util.stream.Collectors;

/// The footer below an entry's text, for what the format has no element for: the further sources,
/// and the other articles of the story.
final class Footer {
  private Footer() {}

  /// Safe HTML; empty where there is nothing to tell.
  static String of(MergedEntry entry) {
    var words = Words.of(entry.text().language().orElse(""));
    return furtherSources(entry, words) + otherArticles(entry, words);
  }

  private static String furtherSources(MergedEntry entry, Words words) {
    var links =
        entry.furtherSightings().stream()
            .map(sighting -> link(MergedEntry.page(sighting), sighting.source().title()))
            .distinct()
            .toList();
    return links.isEmpty() ? "" : "<p>" + words.alsoIn() + " " + String.join(", ", links) + "</p>";
  }

  private static String otherArticles(MergedEntry entry, Words words) {
    List<String> links =
        entry.others().stream()
            .map(other ->
                link(MergedEntry.page(other), other.heading())
                    + " ("
                    + Html.quoted(other.origin().title())
                    + ")")
            .toList();
    return links.isEmpty()
        ? ""
        : links.stream()
            .collect(
                Collectors.joining(
                    "</li><li>", "<p>" + words.sameStory() + "</p><ul><li>", "</li></ul>"));
  }

  private static String link(String url, String text) {
    return "<a href=\"" + Html.quoted(url) + "\">" + Html.quoted(text) + "</a>";
  }

  /// The footer's own text, in the language of the text above it.
  private record Words(String alsoIn, String sameStory) {
    static Words of(String language) {
      if (language.startsWith("fr")) return new Words("Aussi dans :", "Sur le même sujet :");
      if (language.startsWith("ar")) return new Words("أيضًا في:", "في الموضوع نفسه:");
      return new Words("Also in:", "On the same story:");
    }
  }
}
