package dev.seguia.scrape;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The pattern of a site's URLs, which tells articles from other pages (heuristic):
/// `politics/some-long-title-2025-11-14` and `sport/another-title-2025-11-15` have the same.
///
/// @param form equal for addresses that are built alike
/// @param worth how much the form alone speaks for an article: 2 for a date, a long title or a
///   title with a number, 1 for a number or a short title, 0 for neither, -3 for pages about
///   something else
/// @param place the part of the site that an address is in; empty for the top
public record UrlPattern(String form, int worth, String place) {
  private static final Pattern UUID =
      Pattern.compile(
          "\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");
  private static final Pattern DATE =
      Pattern.compile("(?<!\\d)(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])(?!\\d)");
  private static final Pattern DAY_PARTS =
      Pattern.compile(
          "/(?:19|20)\\d{2}[/-](?:0?[1-9]|1[0-2]|[a-z]{3})(?:[/-](?:0?[1-9]|[12]\\d|3[01]))?(?=/)");
  private static final Pattern COMPACT_DATE =
      Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d)");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\p{L}\\d])[a-z]{0,2}\\d{5,20}(?![\\p{L}\\d])");
  private static final Pattern MIXED =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?=[a-z]{0,30}\\d)(?=\\d{0,30}[a-z])[a-z0-9]{7,40}(?![\\p{L}\\d])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern EXTENSION = Pattern.compile("\\.(\\p{Alpha}{2,5})$");
  private static final Pattern ID_PARAMETER =
      Pattern.compile("(?:^|&)(\\w{0,20}id|p|article|story|news|a|n|t|v)=[\\w-]{1,40}(?=&|$)");

  /// Sections whose pages gather articles, or are about people and accounts.
  private static final Set<String> GATHERING =
      Set.of(
          "tag",
          "tags",
          "topic",
          "topics",
          "thema",
          "themen",
          "theme",
          "themes",
          "category",
          "categories",
          "categorie",
          "kategorie",
          "categoria",
          "rubrique",
          "rubrik",
          "author",
          "authors",
          "auteur",
          "auteurs",
          "autor",
          "autoren",
          "user",
          "users",
          "profile",
          "profil",
          "search",
          "recherche",
          "suche",
          "login",
          "signin",
          "sso",
          "account",
          "newsletter",
          "newsletters",
          "page",
          "seite",
          "label",
          "وسم",
          "تصنيف",
          "كاتب",
          "تاغ");

  private static final int LONG = 4;
  private static final int SHORT = 2;
  private static final int ENOUGH = 3;

  /// The pattern of a link.
  ///
  /// @param host empty for the host of the page itself
  public static UrlPattern of(URI link, String host) {
    var path = decoded(link.getRawPath());
    var parts = List.of(path.split("/", -1)).stream().filter(part -> !part.isEmpty()).toList();
    var query = link.getRawQuery() == null ? "" : link.getRawQuery();
    var parameter = ID_PARAMETER.matcher(query);
    if (parameter.find()) return new UrlPattern(host + path + "?" + parameter.group(1), 1, path);
    if (parts.isEmpty()) return new UrlPattern(host, -LONG, "");
    var ways = parts.subList(0, parts.size() - 1);
    var form = ofLast(parts.getLast(), ways, DAY_PARTS.matcher(path + "/").find(), host);
    return gathers(parts) ? new UrlPattern(form.form, -ENOUGH, form.place) : form;
  }

  private static UrlPattern ofLast(String part, List<String> ways, boolean dated, String host) {
    var ending = EXTENSION.matcher(part);
    var extension = ending.find() ? ending.group() : "";
    var rest = part.substring(0, part.length() - extension.length());
    var marks = new ArrayList<String>();
    rest = taken(rest, UUID, "uuid", marks);
    rest = taken(rest, DATE, "date", marks);
    rest = taken(rest, COMPACT_DATE, "date", marks);
    rest = taken(rest, NUMBER, "number", marks);
    if (marks.isEmpty()) rest = taken(rest, MIXED, "mixed", marks);
    var words = words(rest);
    var place = String.join("/", ways);
    var before =
        ways.stream().filter(way -> NUMBER.matcher(way).matches() || UUID.matcher(way).matches());
    if (before.findAny().isPresent()) marks.add("before");
    if (dated) marks.add("day");
    var form = host + " " + marks + (words > 0 ? " with words" : "") + extension;
    if (marks.contains("day") || marks.contains("date")) return new UrlPattern(form, 2, place);
    if (!marks.isEmpty()) {
      var titled = words + ways.stream().mapToInt(UrlPattern::words).max().orElse(0) > SHORT;
      return new UrlPattern(form, titled ? 2 : 1, place);
    }
    if (words >= LONG) return new UrlPattern(host + " long" + extension, 2, place);
    var size = words >= SHORT ? " short" : " word";
    // a short name says little: only its like in the same place are of its kind
    return new UrlPattern(host + place + size + extension, words == ENOUGH ? 1 : 0, place);
  }

  private static String taken(String text, Pattern mark, String name, List<String> marks) {
    var found = mark.matcher(text);
    if (!found.find()) return text;
    marks.add(name);
    return found.replaceAll("-");
  }

  private static int words(String text) {
    var count = 0;
    var inside = false;
    for (var i = 0; i < text.length(); i++) {
      var letter = Character.isLetterOrDigit(text.charAt(i));
      if (letter && !inside) count++;
      inside = letter;
    }
    return count;
  }

  private static boolean gathers(List<String> parts) {
    return parts.stream()
        .limit(SHORT + 1)
        .anyMatch(part -> GATHERING.contains(firstWord(part)) && isName(part));
  }

  /// `author-0815`, `tag`, but not `tag-team-wins-the-cup`.
  private static boolean isName(String part) {
    return words(UUID.matcher(part).replaceAll("")) <= SHORT;
  }

  private static String firstWord(String part) {
    var end = 0;
    while (end < part.length() && Character.isLetter(part.charAt(end))) end++;
    return part.substring(0, end).toLowerCase(Locale.ROOT);
  }

  private static String decoded(String path) {
    if (path == null || path.indexOf('%') < 0) return path == null ? "" : path;
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return path; // half an escape: the letters as they stand are as good
    }
  }
}
