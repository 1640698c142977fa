package dev.seguia.dates;

import dev.seguia.text.Fold;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Parses relative dates: `il y a 5 minutes`, `vor 3 Stunden`, `منذ ساعتين`, `yesterday at 18:30`.
/// Words are folded.
final class AgoDate {
  private static final Pattern MARK =
      Pattern.compile(
          "\\b(?:ago|il y a|depuis|vor|hace|fa|ha|geleden|atras|sedan|siden|temu|once|назад|전|前)(?!\\p{L})|(?<!\\p{L})(?:منذ|قبل)(?!\\p{L})");
  private static final Pattern AMOUNT =
      Pattern.compile("(?<![\\p{L}\\d])(?:(\\d{1,4}) ?)?(\\p{L}{1,12})(?!\\p{L})");
  private static final Pattern JUST =
      Pattern.compile(
          "(?<!\\p{L})(?:just now|a l'instant|a l’instant|gerade eben|ahora mismo|الان|قبل قليل|منذ قليل|منذ لحظات)(?!\\p{L})");
  private static final Pattern DAY =
      Pattern.compile(
          "(?<!\\p{L})(?:(today|aujourd['’]hui|heute|hoy|oggi|hoje|vandaag|اليوم)|(avant-hier|vorgestern|anteayer|اول امس|اول من امس)|(yesterday|hier|gestern|ayer|ieri|ontem|gisteren|امس|البارحه))(?!\\p{L})");

  private static final int TWO = 2;

  /// How many words a line may hold beside the date: the name of an author, of a section.
  private static final int WORDS = 10;

  private static final Map<String, Duration> UNITS = new HashMap<>();

  /// What says its number by its form (`ساعتين`, two hours), or means one.
  private static final Map<String, Integer> NUMBERS = new HashMap<>();

  static {
    unit(
        Duration.ofSeconds(1),
        "s sec secs second seconds seconde secondes sekunde sekunden segundo segundos ثانيه ثواني ثوان");
    unit(
        Duration.ofMinutes(1),
        "m min mins minute minutes minuten minuto minutos minuti minuut دقيقه دقائق دقيقتين دقيقتان");
    unit(
        Duration.ofHours(1),
        "h hr hrs hour hours heure heures std stunde stunden hora horas ora ore uur ساعه ساعات ساعتين ساعتان");
    unit(
        Duration.ofDays(1),
        "d j day days jour jours tag tage tagen dia dias giorno giorni dag dagen يوم ايام يومين يومان يوما");
    unit(
        Duration.ofDays(7),
        "w week weeks semaine semaines woche wochen semana semanas settimana settimane weken اسبوع اسابيع اسبوعين اسبوعان");
    unit(
        Duration.ofDays(30),
        "month months mois monat monate monaten mes meses mese mesi maand maanden شهر اشهر شهور شهرين شهران");
    unit(
        Duration.ofDays(365),
        "y year years an ans annee annees jahr jahre jahren ano anos anno anni jaar سنه سنوات سنتين عام عامين اعوام");
    for (var two :
        "دقيقتين دقيقتان ساعتين ساعتان يومين يومان اسبوعين اسبوعان شهرين شهران سنتين عامين"
            .split(" ", -1)) NUMBERS.put(two, TWO);
    number(1, "a an one un une ein eine einer einem uno una um uma een");
    number(TWO, "two deux zwei dos due dois twee");
    number(3, "three trois drei tres tre drie");
    number(4, "four quatre vier cuatro quattro quatro");
    number(5, "five cinq funf cinco cinque vijf");
  }

  private static void unit(Duration length, String words) {
    for (var word : words.split(" ", -1)) UNITS.put(Fold.fold(word), length);
  }

  private static void number(int number, String words) {
    for (var word : words.split(" ", -1)) NUMBERS.put(word, number);
  }

  private AgoDate() {}

  /// @param text plain
  static Optional<Instant> of(String text, Instant now, ZoneId zone) {
    if (JUST.matcher(text).find() && text.split(" ", -1).length <= WORDS) return Optional.of(now);
    return ago(text).map(ago -> rounded(now, ago)).or(() -> day(text, now, zone));
  }

  /// A page that counts in days means no minute: two polls should not tell two dates.
  private static Instant rounded(Instant now, Duration ago) {
    var unit = ago.compareTo(Duration.ofDays(1)) < 0 ? ChronoUnit.MINUTES : ChronoUnit.DAYS;
    return now.minus(ago).truncatedTo(unit);
  }

  private static Optional<Duration> ago(String text) {
    var mark = MARK.matcher(text);
    if (!mark.find() || text.split(" ", -1).length > WORDS) return Optional.empty();
    var rest = text.substring(0, mark.start()) + " " + text.substring(mark.end());
    var sum = Duration.ZERO;
    var spelt = 1;
    var amounts = AMOUNT.matcher(rest);
    while (amounts.find()) {
      var word = amounts.group(2);
      var unit = UNITS.get(word);
      // "an hour" is no year, and "a" no day: what is that short needs a figure
      if (unit == null || (word.length() <= TWO && amounts.group(1) == null)) {
        spelt = NUMBERS.getOrDefault(word, 1);
        continue;
      }
      var number =
          amounts.group(1) == null ? NUMBERS.getOrDefault(word, spelt) : number(amounts.group(1));
      sum = sum.plus(unit.multipliedBy(number));
      spelt = 1;
    }
    return Optional.of(sum).filter(Duration::isPositive);
  }

  private static int number(String figures) {
    return Integer.parseInt(figures);
  }

  private static Optional<Instant> day(String text, Instant now, ZoneId zone) {
    var line = new DateLine(text);
    var clock = FreeClock.take(line);
    return line.take(DAY)
        .map(found -> found.get(1).isEmpty() ? found.get(2).isEmpty() ? 1 : TWO : 0)
        // "hier" is "here" in German: nothing else may be said
        .filter(_ -> WrittenLine.isExplained(line))
        .map(days -> LocalDate.ofInstant(now, zone).minusDays(days))
        .map(day -> clock.orElse(FreeClock.MIDNIGHT).on(day, zone));
  }
}
