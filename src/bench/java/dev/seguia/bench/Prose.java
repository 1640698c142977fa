package dev.seguia.bench;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Made-up words, titles and article bodies: the same for the same seed.
final class Prose {
  private static final List<String> SYLLABLES =
      List.of(
          "ra", "bat", "me", "dine", "tan", "ger", "sou", "ve", "rain", "mar", "che", "li", "gne",
          "port", "el", "ka", "si", "dou", "tion", "ment", "ville", "eur", "fon", "pro", "cas");
  private static final List<String> SMALL_WORDS =
      List.of(
          "le", "la", "les", "de", "du", "des", "et", "en", "un", "une", "à", "au", "dans", "sur",
          "pour", "par", "avec", "qui", "que", "ce", "sa", "est", "a", "été", "plus", "ne", "pas");
  private static final List<String> RARE_WORDS =
      List.of(
          "المغرب", "œuvre", "« cité »", "l’État", "3&nbsp;%", "R&amp;D", "naïf", "🚆", "Maâti");
  private static final List<String> WORDS = words();

  private final SplittableRandom random;

  Prose(long seed) {
    random = new SplittableRandom(seed);
  }

  private static List<String> words() {
    var random = new SplittableRandom(7);
    Supplier<String> word =
        () ->
            IntStream.range(0, 2 + random.nextInt(3))
                .mapToObj(_ -> SYLLABLES.get(random.nextInt(SYLLABLES.size())))
                .collect(Collectors.joining());
    return Stream.generate(word).limit(5000).toList();
  }

  /// A word of the vocabulary, the less frequent the higher its rank, below 5,000.
  static String word(int rank) {
    return WORDS.get(rank);
  }

  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /// Common words are common, as in real text.
  String word() {
    var kind = random.nextDouble();
    if (kind < 0.4) return SMALL_WORDS.get(below(SMALL_WORDS.size()));
    if (kind < 0.985) return WORDS.get((int) (random.nextDouble() * random.nextDouble() * 5000));
    return RARE_WORDS.get(below(RARE_WORDS.size()));
  }

  String words(int count) {
    return Stream.generate(this::word).limit(count).collect(Collectors.joining(" "));
  }

  /// A label of one word, out of 300.
  String category() {
    return WORDS.get(below(300));
  }

  /// Plain text, no markup in it.
  String title() {
    var words =
        Stream.generate(() -> WORDS.get(below(WORDS.size())))
            .limit(5 + below(6))
            .collect(Collectors.joining(" "));
    return capital(words);
  }

  String name() {
    return capital(WORDS.get(below(2000))) + " " + capital(WORDS.get(below(2000)));
  }

  private String sentences(int count) {
    return Stream.generate(() -> capital(words(7 + below(14))) + ".")
        .limit(count)
        .collect(Collectors.joining(" "));
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
  }

  /// An article of 2 to 4 KB, with what real ones bring: text and pictures to keep, and styles,
  /// handlers, scripts, pixels and tracking parameters to take away.
  String article() {
    var length = 1900 + below(1900);
    var html = new StringBuilder(paragraph());
    while (html.length() < length) html.append(block());
    if (chance(0.15)) html.append("<script>window.ads=window.ads||[];ads.push(1);</script>\n");
    if (chance(0.1)) html.append("<iframe src=\"https://adverts.example/f\"></iframe>\n");
    if (chance(0.25))
      html.append("<img src=\"https://count.example/p.gif?n=")
          .append(below(1 << 20))
          .append("\" width=\"1\" height=\"1\" alt=\"\">\n");
    return html.toString();
  }

  private String block() {
    var kind = below(20);
    if (kind < 11) return paragraph();
    if (kind < 13) return "<h2 style=\"margin:0;color:#222\">" + capital(words(5)) + "</h2>\n";
    if (kind < 15) return picture();
    if (kind < 17) return list();
    if (kind < 19) return "<blockquote class=\"quote\"><p>" + sentences(2) + "</p></blockquote>\n";
    return "<table border=\"1\"><tr><th>"
        + word()
        + "</th><td>"
        + below(999)
        + "</td></tr></table>\n";
  }

  private String paragraph() {
    var text = sentences(1 + below(3));
    if (chance(0.5)) text += " " + link() + " " + sentences(1);
    if (chance(0.3)) text += " <strong>" + words(3) + "</strong> <em>" + words(2) + "</em>.";
    return "<p class=\"texte\" style=\"text-align:justify\">" + text + "</p>\n";
  }

  private String link() {
    return "<a href=\"https://journal-%d.example/dossiers/%d?utm_source=rss&amp;utm_medium=feed\" "
            .formatted(below(500), below(100_000))
        + "onclick=\"count(this)\" target=\"_blank\">"
        + words(3)
        + "</a>";
  }

  private String picture() {
    return "<figure><img src=\"/photos/%d.jpg\" srcset=\"/photos/%<d-2x.jpg 2x\" alt=\"%s\" "
            .formatted(below(100_000), capital(WORDS.get(below(2000))))
        + "width=\"800\" height=\"450\" loading=\"lazy\"><figcaption>"
        + words(7)
        + "</figcaption></figure>\n";
  }

  private String list() {
    return Stream.generate(() -> "<li>" + words(8) + "</li>")
        .limit(3 + below(4))
        .collect(Collectors.joining("", "<ul>", "</ul>\n"));
  }
}
