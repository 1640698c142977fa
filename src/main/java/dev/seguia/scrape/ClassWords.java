package dev.seguia.scrape;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// The words in an element's class and id: `default__ArticleBody-sc-1x` has `default`, `article`
/// and `body`.
public record ClassWords(Set<String> words) {
  private static final int LONGEST = 400;
  private static final Pattern BORDER = Pattern.compile("(?<=[a-z])(?=[A-Z])|[^A-Za-z]+");

  public static ClassWords of(Element element) {
    var attributes = element.className() + " " + element.id();
    if (attributes.length() == 1) return new ClassWords(Set.of());
    var words = new HashSet<String>();
    var text = attributes.substring(0, Math.min(LONGEST, attributes.length()));
    for (var word : BORDER.split(text, -1))
      if (!word.isEmpty()) words.add(word.toLowerCase(Locale.ROOT));
    return new ClassWords(words);
  }

  public boolean hasAny(Set<String> others) {
    return words.stream().anyMatch(others::contains);
  }

  public boolean hasAll(String... others) {
    for (var other : others) if (!words.contains(other)) return false;
    return true;
  }
}
