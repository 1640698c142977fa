package dev.seguia.config;

import dev.seguia.config.Value.Mapping;
import dev.seguia.query.TagRule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The user's rules for tags, and how the labels in feeds become tags.
///
/// @param rules in the order of the file
/// @param aliases labels in any spelling that mean the same tag, by the label that is shown
/// @param drop labels in feeds that do not become tags; tags from the list of sources and from
///   rules are kept
public record TagSettings(
    List<TagRule> rules, Map<String, List<String>> aliases, List<String> drop) {
  static final Section SECTION = new Section("tags");

  private static final Key<List<Mapping>> RULES =
      SECTION.key(
          "rules",
          Kind.MAPS,
          "[]",
          "rules, each a query and an action for matching entries: tag, mute, route or drop");
  private static final Key<Map<String, List<String>>> ALIASES =
      SECTION.key(
          "aliases",
          Kind.ALIASES,
          "{}",
          "labels for the same tag, as in {usa: [États-Unis, الولايات المتحدة]}");
  private static final Key<List<String>> DROP =
      SECTION.key(
          "drop",
          Kind.TEXTS,
          "[uncategorized, uncategorised, non classé, sans catégorie, actualités, actualité, actu,"
              + " news, à la une, une, home, accueil, divers, article, articles, featured, blog,"
              + " post, posts, other, others, autre, autres, misc, أخبار, الأخبار, الرئيسية, غير مصنف, أخرى]",
          "categories and hashtags that do not become tags; tags from feeds.opml and rules are kept");

  public TagSettings {
    rules = List.copyOf(rules);
    aliases = Collections.unmodifiableMap(new LinkedHashMap<>(aliases));
    drop = List.copyOf(drop);
  }

  /// Reads the section.
  static TagSettings read(Reading given) {
    return new TagSettings(
        TagRules.read(given.get(RULES), given), given.get(ALIASES), given.get(DROP));
  }

  /// The label to show, by each label that means the same.
  public Map<String, String> shownLabels() {
    var shown = new LinkedHashMap<String, String>();
    aliases.forEach((label, others) -> others.forEach(other -> shown.put(other, label)));
    return shown;
  }
}
