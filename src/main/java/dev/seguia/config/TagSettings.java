package dev.seguia.config;

import dev.seguia.config.Value.Mapping;
import dev.seguia.query.TagRule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How labels become tags.
///
/// @param rules in the order of the file
/// @param aliases labels in any spelling that mean the same tag, by the label that is shown
/// @param drop labels that say nothing where a source writes them; the tags that the user gives, by
///   the list of sources and by rules, stay
public record TagSettings(
    List<TagRule> rules, Map<String, List<String>> aliases, List<String> drop) {
  static final Section SECTION = new Section("tags");

  private static final Key<List<Mapping>> RULES =
      SECTION.key(
          "rules",
          Kind.MAPS,
          "[]",
          "each a query and what becomes of the entries it finds: tag, mute, route or drop");
  private static final Key<Map<String, List<String>>> ALIASES =
      SECTION.key(
          "aliases",
          Kind.ALIASES,
          "{}",
          "labels that mean one tag, as in {usa: [États-Unis, الولايات المتحدة]}");
  private static final Key<List<String>> DROP =
      SECTION.key(
          "drop",
          Kind.TEXTS,
          "[uncategorized, uncategorised, non classé, sans catégorie, actualités, actualité, actu,"
              + " news, à la une, une, home, accueil, divers, article, articles, featured, blog,"
              + " post, posts, أخبار, الأخبار, الرئيسية, غير مصنف]",
          "categories and hashtags that say nothing and give no tag; tags that you give stay");

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
