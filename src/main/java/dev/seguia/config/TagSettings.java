package dev.seguia.config;

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
  public TagSettings {
    rules = List.copyOf(rules);
    aliases = Collections.unmodifiableMap(new LinkedHashMap<>(aliases));
    drop = List.copyOf(drop);
  }

  /// The label to show, by each label that means the same.
  public Map<String, String> shownLabels() {
    var shown = new LinkedHashMap<String, String>();
    aliases.forEach((label, others) -> others.forEach(other -> shown.put(other, label)));
    return shown;
  }
}
