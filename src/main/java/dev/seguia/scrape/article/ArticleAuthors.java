package dev.seguia.scrape.article;

import dev.seguia.feed.Person;
import dev.seguia.scrape.BoundedText;
import dev.seguia.scrape.ClassWords;
import dev.seguia.scrape.MetaTags;
import dev.seguia.scrape.SchemaItem;
import dev.seguia.text.Fold;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/// Finds the authors of an article.
final class ArticleAuthors {
  private static final int MOST = 20;
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_LINE = 300;

  private static final List<String> META =
      List.of(
          "dc.creator",
          "author",
          "article:author",
          "article:author_name",
          "parsely-author",
          "sailthru.author",
          "citation_author",
          "byl",
          "cxenseparse:author",
          "og:article:author",
          "article.author",
          "authors");

  private static final Pattern PREFIX =
      Pattern.compile(
          "^(?:(?:written|posted|published|reported|edited|words|text)\\s+)?(?:by|par|por|von|von:|di|door|av|af|بقلم|كتب)(?:[\\s:]+|$)|^(?:author|auteur|autor|autore|text|ecrit par|redige par)\\s*[:：]\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BETWEEN =
      Pattern.compile("\\s*[,;|•·/]\\s*|\\s+(?:and|et|und|y|e|en|with|avec|&)\\s+|\\s+و(?=\\p{L})");
  private static final Pattern TAIL =
      Pattern.compile(
          "\\s+(?:\\(|\\bin\\s|\\bon\\s|\\ble\\s|\\bam\\s|[-–—]\\s).*$|\\s*\\(.*$|\\s(?:기자|記者|记者)$|\\s\\|$");
  private static final Set<String> NOBODY =
      Set.of(
          "admin",
          "administrator",
          "redaction",
          "webmaster",
          "anonymous",
          "unknown",
          "null",
          "twitter",
          "facebook",
          "instagram",
          "email",
          "contact",
          "share");

  private static final Set<String> NAMING =
      Set.of("author", "authors", "byline", "autor", "auteur", "auteurs", "contributor", "writer");

  private static final String LINKS =
      "a[rel~=author], a[class*=byline], a[href*=/author/], a[href*=/authors/], a[href*=/auteur/],"
          + " a[href*=/autor/], a[href*=/reporter/], a[href*=/reporters/], a[href*=/journalist]";

  private static final String LINES =
      "[class*=byline], [class*=author], [class*=auteur], [class*=autor], [class*=contributor],"
          + " [class*=writer]";

  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final LinkedHashMap<String, Person> people = new LinkedHashMap<>();

  /// @param site its name, which is the author only where nobody else is
  static List<Person> of(
      Document document, Optional<SchemaItem> thing, MetaTags meta, Optional<String> site) {
    var desk = site.map(ArticleAuthors::key).orElse("");
    var told = new ArticleAuthors();
    thing.ifPresent(told::add);
    for (var name : META) if (!told.namesMoreThan(desk)) meta.all(List.of(name)).forEach(told::add);
    if (!told.namesMoreThan(desk)) told.addFirst(shown(document));
    if (told.people.size() > 1) told.people.keySet().removeIf(name -> isOf(name, desk));
    return new ArrayList<>(told.people.values());
  }

  private void addFirst(Stream<String> lines) {
    for (var line : lines.toList()) if (add(line)) return;
  }

  private boolean namesMoreThan(String desk) {
    return people.keySet().stream().anyMatch(name -> !isOf(name, desk));
  }

  /// `L'Opinion` and `lopinion`, `DW` and `DW.COM`.
  private static boolean isOf(String name, String desk) {
    var key = key(name);
    return desk.equals(key) || (key.length() > 3 && desk.contains(key));
  }

  private static String key(String text) {
    return OTHERS.matcher(Fold.fold(text)).replaceAll("");
  }

  private void add(SchemaItem article) {
    for (var property : List.of("author", "creator")) {
      if (!people.isEmpty()) return;
      var things = article.things(property);
      things.forEach(thing -> thing.text("name").ifPresent(this::add));
      if (things.isEmpty()) article.texts(property).forEach(this::add);
    }
  }

  /// What the page shows, the surest first.
  private static Stream<String> shown(Document document) {
    return Stream.of(
            ArticleLines.of(document, "[itemprop~=author] [itemprop~=name], [itemprop~=author]"),
            ArticleLines.of(document, LINKS),
            ArticleLines.of(document, LINES)
                .filter(element -> ClassWords.of(element).hasAny(NAMING)))
        .flatMap(elements -> elements)
        .map(element -> BoundedText.of(element, LONGEST_LINE))
        .filter(line -> line.length() > 2 && line.length() <= LONGEST_NAME);
  }

  /// A line in which one or more people are named.
  private boolean add(String line) {
    if (line.contains("://") || line.length() > LONGEST_LINE) return false;
    var before = people.size();
    var names = withoutPrefix(BoundedText.line(line));
    var parts = List.of(BETWEEN.split(names));
    // "Mac & i" is one name, and so is "Jobs & Hire"
    var areNames = parts.stream().allMatch(part -> part.length() > 1 && !names.contains(" & "));
    if (areNames) parts.forEach(this::addName);
    else addName(names);
    return people.size() > before;
  }

  private void addName(String text) {
    var name = TAIL.matcher(withoutPrefix(BoundedText.line(text))).replaceFirst("").strip();
    if (isName(name) && people.size() < MOST)
      people.putIfAbsent(Fold.fold(name), Person.named(name));
  }

  private static String withoutPrefix(String text) {
    return PREFIX.matcher(text.strip()).replaceFirst("");
  }

  private static boolean isName(String name) {
    return name.length() > 1
        && name.length() <= LONGEST_NAME
        && name.codePoints().anyMatch(Character::isLetter)
        && name.codePoints().noneMatch(Character::isDigit)
        && name.indexOf('@') < 0
        && Stream.of(Fold.fold(name).split(" ")).noneMatch(NOBODY::contains);
  }
}
