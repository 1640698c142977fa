package dev.seguia.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.seguia.query.TagRule;
import dev.seguia.store.entry.EntryName;
import dev.seguia.store.entry.Sighting;
import dev.seguia.store.entry.StoredEntry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Where an entry came from, why its copies were merged, why it has its tags, and which feeds it is
/// in.
///
/// @param page the last part of its page's address
/// @param heading what people see as the title, also of an entry without one
/// @param audience `all`, `muted`, `routed` or `dropped`
/// @param audienceRule the query of the rule that says so
/// @param rules that it fits as they are now
/// @param story the other entries of its story
/// @param pageTrouble why its page was not read, or the page's text not taken
public record Explanation(
    String id,
    String page,
    String title,
    String heading,
    Optional<String> link,
    Instant published,
    @JsonProperty("first_seen") Instant firstSeen,
    Optional<String> language,
    String audience,
    @JsonProperty("audience_rule") Optional<String> audienceRule,
    List<Copy> sources,
    List<EntryReport.TagOfEntry> tags,
    List<Rule> rules,
    @JsonProperty("story_score") OptionalDouble storyScore,
    List<Other> story,
    @JsonProperty("page_trouble") Optional<String> pageTrouble) {

  /// One source's copy.
  ///
  /// @param joinedBy the rule by which it is a copy
  /// @param why the same in plain words
  /// @param shown its text is the one that is published
  public record Copy(
      String url,
      String title,
      Optional<String> link,
      @JsonProperty("own_title") String ownTitle,
      @JsonProperty("first_seen") Instant firstSeen,
      @JsonProperty("joined_by") String joinedBy,
      OptionalDouble score,
      String why,
      boolean shown) {
    static Copy of(Sighting sighting) {
      return new Copy(
          sighting.source().url().toString(),
          sighting.source().title(),
          sighting.link(),
          sighting.title(),
          sighting.firstSeen(),
          sighting.joinedBy().label(),
          sighting.score(),
          reason(sighting.joinedBy()),
          sighting.shown());
    }
  }

  /// A rule that matches the entry.
  public record Rule(String query, String action, Optional<String> tag) {
    static Rule of(TagRule rule) {
      return new Rule(rule.text(), rule.action().name().toLowerCase(Locale.ROOT), rule.label());
    }
  }

  /// Another entry of the story.
  public record Other(String id, String title, String source, Instant published) {
    static Other of(StoredEntry entry) {
      return new Other(
          entry.id(), entry.entry().title(), entry.origin().title(), entry.published());
    }
  }

  private static String reason(Sighting.JoinedBy joinedBy) {
    return switch (joinedBy) {
      case FIRST -> "it was the first copy";
      case LINK -> "its link points at the same page";
      case CONTENT -> "the same source carried the same title and date before";
      case ORIGIN -> "it came through another aggregator, which names this entry as its origin";
      case TITLE -> "its title is the same";
      case PART -> "its title begins or ends with the other, or the other with it";
      case WORDS -> "its title has almost the same words";
      case SUMMARY -> "its summary is the same, and the titles are related";
      case TEXT -> "its full text is the same";
      case REPEAT -> "the same source published it again, with the same title and summary";
    };
  }

  static Explanation of(
      StoredEntry stored,
      List<TagRule> rules,
      List<StoredEntry> story,
      Optional<String> pageTrouble) {
    return new Explanation(
        stored.id(),
        EntryName.of(stored),
        stored.entry().title(),
        stored.heading(),
        stored.entry().link(),
        stored.published(),
        stored.firstSeen(),
        stored.entry().language(),
        stored.audience().reach().label(),
        Optional.of(stored.audience().rule()).filter(rule -> !rule.isEmpty()),
        stored.sightings().stream().map(Copy::of).toList(),
        EntryReport.tags(stored),
        rules.stream().map(Rule::of).toList(),
        stored.story().stream().mapToDouble(place -> place.score()).findFirst(),
        story.stream().map(Other::of).toList(),
        pageTrouble);
  }
}
