package dev.seguia;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// Holds the code against the table of packages in `docs/architecture.md`: a new arrow is a change
/// to that table, and to this one, first.
@AnalyzeClasses(packages = "dev.seguia", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  private static final String ROOT = "dev.seguia.";
  private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

  static {
    MAY_USE.put("memory", List.of());
    MAY_USE.put("files", List.of());
    MAY_USE.put("charsets", List.of());
    MAY_USE.put("text", List.of());
    MAY_USE.put("xml", List.of("text"));
    MAY_USE.put("opml", List.of("charsets", "text", "xml"));
    MAY_USE.put("url", List.of("text"));
    MAY_USE.put("feed", List.of("text", "url"));
    MAY_USE.put("query", List.of("text"));
    MAY_USE.put("dates", List.of("text"));
    MAY_USE.put("config", List.of("text", "url", "feed", "query"));
    MAY_USE.put("fetch", List.of("memory", "text", "url", "dates", "config"));
    MAY_USE.put("xpath", List.of());
    MAY_USE.put("source", List.of("text", "opml", "url", "feed", "xpath"));
    MAY_USE.put("lists", List.of("files", "opml", "feed", "config", "fetch", "source"));
    MAY_USE.put("parse", List.of("charsets", "text", "xml", "url", "feed", "dates"));
    MAY_USE.put("scrape", List.of("charsets", "text", "feed", "xpath", "source"));
    MAY_USE.put("scrape.article", List.of("text", "feed", "dates", "xpath", "source", "scrape"));
    MAY_USE.put("scrape.listing", List.of("text", "feed", "dates", "xpath", "source", "scrape"));
    MAY_USE.put("scrape.discovery", List.of("text", "url", "scrape"));
    MAY_USE.put("sitemap", List.of("charsets", "xml", "url", "feed", "dates"));
    MAY_USE.put("normalise", List.of("text", "url", "feed"));
    MAY_USE.put("dedup", List.of("text", "feed"));
    MAY_USE.put("tag", List.of("feed", "config", "source"));
    MAY_USE.put("store.database", List.of("files"));
    MAY_USE.put("store.tag", List.of("memory", "feed", "store.database"));
    MAY_USE.put(
        "store.state",
        List.of("files", "url", "feed", "fetch", "source", "dedup", "store.database", "store.tag"));
    MAY_USE.put(
        "store.entry",
        List.of("memory", "feed", "dedup", "store.database", "store.tag", "store.state"));
    MAY_USE.put(
        "store.session",
        List.of("memory", "feed", "store.database", "store.tag", "store.state", "store.entry"));
    MAY_USE.put(
        "store.arrival",
        List.of(
            "memory",
            "feed",
            "source",
            "dedup",
            "store.database",
            "store.tag",
            "store.state",
            "store.entry",
            "store.session"));
    MAY_USE.put(
        "store.derived",
        List.of(
            "feed", "store.database", "store.tag", "store.state", "store.entry", "store.session"));
    MAY_USE.put(
        "store",
        List.of(
            "memory",
            "feed",
            "source",
            "dedup",
            "store.database",
            "store.tag",
            "store.state",
            "store.entry",
            "store.session",
            "store.arrival"));
    MAY_USE.put(
        "gather",
        List.of(
            "feed",
            "fetch",
            "source",
            "parse",
            "scrape",
            "scrape.listing",
            "scrape.discovery",
            "sitemap",
            "store.state"));
    MAY_USE.put(
        "relate", List.of("memory", "text", "feed", "store.state", "store.entry", "store.derived"));
    MAY_USE.put("search", List.of("memory", "text", "feed", "query", "store.state", "store.entry"));
    MAY_USE.put(
        "search.index",
        List.of(
            "memory", "files", "feed", "query", "store.entry", "store.derived", "store", "search"));
    MAY_USE.put("search.stored", List.of("query", "search"));
    MAY_USE.put(
        "enrich",
        List.of(
            "text",
            "feed",
            "fetch",
            "xpath",
            "source",
            "scrape",
            "scrape.article",
            "normalise",
            "store.state",
            "store.entry",
            "store.arrival",
            "store"));
    MAY_USE.put(
        "publish",
        List.of(
            "memory",
            "text",
            "url",
            "feed",
            "dates",
            "config",
            "store.database",
            "store.tag",
            "store.state",
            "store.entry",
            "store"));
    MAY_USE.put(
        "poll",
        List.of(
            "url",
            "feed",
            "query",
            "config",
            "fetch",
            "source",
            "normalise",
            "dedup",
            "tag",
            "store.state",
            "store.entry",
            "store.arrival",
            "store",
            "gather",
            "search",
            "search.stored"));
    MAY_USE.put(
        "schedule", List.of("source", "store.database", "store.state", "store", "enrich", "poll"));
    MAY_USE.put(
        "web",
        List.of(
            "text",
            "url",
            "feed",
            "query",
            "dates",
            "config",
            "store.entry",
            "relate",
            "search.index",
            "publish"));
    MAY_USE.put(
        "admin",
        List.of(
            "url",
            "feed",
            "query",
            "config",
            "source",
            "store.tag",
            "store.state",
            "store.entry",
            "store",
            "poll",
            "web"));
    MAY_USE.put(
        "page",
        List.of(
            "memory",
            "text",
            "url",
            "feed",
            "query",
            "config",
            "store.tag",
            "store.state",
            "store.entry",
            "store",
            "relate",
            "search",
            "search.index",
            "publish",
            "web",
            "admin"));
  }

  @ArchTest
  static void packagesUseOnlyWhatTheTableAllows(
      com.tngtech.archunit.core.domain.JavaClasses imported) {
    MAY_USE.forEach((name, uses) -> mayUse(name, uses).check(imported));
  }

  @ArchTest
  static final ArchRule packagesHaveNoCircle =
      slices().assignedFrom(assignment(ArchitectureTest::room)).should().beFreeOfCycles();

  @ArchTest
  static final ArchRule typesOfTheStoreHaveNoCircle =
      slices()
          .assignedFrom(
              assignment(type -> room(type).startsWith("store") ? file(type) : room(type)))
          .should()
          .beFreeOfCycles();

  @ArchTest static final ArchRule romeHasTwoDoors = door("com.rometools..", "parse", "publish");

  @ArchTest
  static final ArchRule jsoupHasFewDoors =
      door("org.jsoup..", "normalise", "parse", "scrape", "source", "opml", "xpath");

  @ArchTest static final ArchRule sqlHasOneDoor = door("java.sql..", "store.database");

  @ArchTest static final ArchRule h2HasOneDoor = door("org.h2..", "store.database");

  @ArchTest static final ArchRule quartzHasOneDoor = door("org.quartz..", "schedule");

  @ArchTest static final ArchRule httpClientHasOneDoor = door("org.apache.hc..", "fetch");

  @ArchTest static final ArchRule robotsHaveOneDoor = door("crawlercommons..", "fetch");

  @ArchTest static final ArchRule jettyHasOneDoor = door("org.eclipse.jetty..", "web");

  @ArchTest static final ArchRule luceneHasOneDoor = door("org.apache.lucene..", "search");

  @ArchTest static final ArchRule yamlHasOneDoor = door("org.snakeyaml..", "config");

  @ArchTest
  static final ArchRule timeIsHandedIn =
      noClasses()
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("a test moves the clock by hand");

  @ArchTest
  static final ArchRule namesSayWhatATypeIs =
      classes()
          .should()
          .haveSimpleNameNotEndingWith("Manager")
          .andShould()
          .haveSimpleNameNotEndingWith("Helper")
          .andShould()
          .haveSimpleNameNotEndingWith("Util")
          .andShould()
          .haveSimpleNameNotEndingWith("Utils")
          .andShould()
          .haveSimpleNameNotEndingWith("Impl")
          .andShould()
          .haveSimpleNameNotEndingWith("Service");

  /// Every row is exact: `store` is not its sub-packages, and who may use it may not use these.
  private static ArchRule mayUse(String name, List<String> uses) {
    return noClasses()
        .that(DescribedPredicate.describe("are in " + name, type -> room(type).equals(name)))
        .should()
        .dependOnClassesThat(oursOutside(Stream.concat(Stream.of(name), uses.stream()).toList()))
        .allowEmptyShould(true)
        .as(name + " uses only " + uses);
  }

  private static DescribedPredicate<JavaClass> oursOutside(List<String> allowed) {
    return DescribedPredicate.describe(
        "are ours and in another package than " + allowed,
        type -> type.getPackageName().startsWith(ROOT) && !allowed.contains(room(type)));
  }

  /// The row of the table that a type belongs to: that of its package, or else of the nearest
  /// package above it which has one. A package without any goes by its own name.
  private static String room(JavaClass type) {
    if (!type.getPackageName().startsWith(ROOT)) return "";
    var name = type.getPackageName().substring(ROOT.length());
    for (var room = name; !room.isEmpty(); room = parent(room))
      if (MAY_USE.containsKey(room)) return room;
    return name;
  }

  private static String parent(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }

  /// The type of the file that a type is written in.
  private static String file(JavaClass type) {
    return type.getName().replaceFirst("\\$.*", "");
  }

  private static SliceAssignment assignment(Function<JavaClass, String> name) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        var slice = name.apply(type);
        return slice.isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(slice);
      }

      @Override
      public String getDescription() {
        return "our packages";
      }
    };
  }

  private static ArchRule door(String library, String... packages) {
    var doors = Stream.of(packages).map(name -> "dev.seguia." + name + "..").toArray(String[]::new);
    return noClasses()
        .that()
        .resideOutsideOfPackages(doors)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .allowEmptyShould(true);
  }
}
