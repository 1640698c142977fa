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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Holds the code against the table of packages in `docs/architecture.md`: a new arrow is a change
/// to that table, and to this one, first.
@AnalyzeClasses(packages = "dev.seguia", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

  static {
    MAY_USE.put("memory", List.of());
    MAY_USE.put("feed", List.of());
    MAY_USE.put("query", List.of());
    MAY_USE.put("dates", List.of("feed"));
    MAY_USE.put("words", List.of("feed"));
    MAY_USE.put("config", List.of("query"));
    MAY_USE.put("fetch", List.of("memory"));
    MAY_USE.put("xpath", List.of());
    MAY_USE.put("source", List.of("feed", "xpath"));
    MAY_USE.put("lists", List.of("feed", "source", "fetch"));
    MAY_USE.put("parse", List.of("feed", "dates"));
    MAY_USE.put("scrape", List.of("feed", "dates", "source"));
    MAY_USE.put("sitemap", List.of("feed", "dates"));
    MAY_USE.put("normalise", List.of("feed"));
    MAY_USE.put("dedup", List.of("feed", "source", "words"));
    MAY_USE.put("tag", List.of("feed", "source"));
    MAY_USE.put("store", List.of("feed", "source", "fetch", "dedup", "memory"));
    MAY_USE.put(
        "gather", List.of("feed", "source", "fetch", "parse", "scrape", "sitemap", "store"));
    MAY_USE.put("relate", List.of("feed", "words", "store", "memory"));
    MAY_USE.put("search", List.of("feed", "query", "words", "store", "memory"));
    MAY_USE.put("enrich", List.of("feed", "source", "fetch", "scrape", "normalise", "store"));
    MAY_USE.put("publish", List.of("feed", "store", "memory"));
    MAY_USE.put(
        "poll",
        List.of(
            "feed",
            "source",
            "fetch",
            "gather",
            "normalise",
            "dedup",
            "query",
            "tag",
            "store",
            "search"));
    MAY_USE.put("schedule", List.of("source", "poll", "enrich", "store"));
    MAY_USE.put("web", List.of("feed", "query", "source", "publish", "store", "search", "relate"));
    MAY_USE.put(
        "page", List.of("feed", "query", "publish", "store", "search", "relate", "web", "memory"));
    MAY_USE.put(
        "admin", List.of("feed", "query", "source", "store", "search", "relate", "poll", "web"));
  }

  @ArchTest
  static void packagesUseOnlyWhatTheTableAllows(
      com.tngtech.archunit.core.domain.JavaClasses imported) {
    MAY_USE.forEach((name, uses) -> mayUse(name, uses).check(imported));
  }

  @ArchTest
  static final ArchRule packagesHaveNoCircle =
      slices().matching("dev.seguia.(*)..").should().beFreeOfCycles();

  @ArchTest static final ArchRule romeHasTwoDoors = door("com.rometools..", "parse", "publish");

  @ArchTest
  static final ArchRule jsoupHasFewDoors =
      door("org.jsoup..", "normalise", "parse", "scrape", "source");

  @ArchTest static final ArchRule sqlHasOneDoor = door("java.sql..", "store");

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

  private static ArchRule mayUse(String name, List<String> uses) {
    var allowed =
        Stream.concat(Stream.of(name), uses.stream()).map(used -> "dev.seguia." + used).toList();
    return noClasses()
        .that()
        .resideInAPackage("dev.seguia." + name + "..")
        .should()
        .dependOnClassesThat(oursOutside(allowed))
        .allowEmptyShould(true)
        .as(name + " uses only " + uses);
  }

  private static DescribedPredicate<JavaClass> oursOutside(List<String> allowed) {
    return DescribedPredicate.describe(
        "are ours and in another package than " + allowed,
        type ->
            type.getPackageName().startsWith("dev.seguia.")
                && allowed.stream().noneMatch(type.getPackageName()::startsWith));
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
