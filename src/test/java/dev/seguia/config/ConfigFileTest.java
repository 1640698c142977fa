package dev.seguia.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seguia.feed.FeedFormat;
import dev.seguia.query.TagRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigFileTest {
  @TempDir private Path folder;

  @Test
  void readsWhatTheFileSaysOverTheDefaults() throws IOException {
    var config = config("polling:\n  min-interval: 30s\nretention:\n  keep: 90d\n");
    assertThat(config.polling().minInterval()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.retention().keep()).contains(Duration.ofDays(90));
    assertThat(config.polling().maxInterval()).isEqualTo(Duration.ofHours(12));
  }

  @Test
  void takesTheEnvironmentOverTheFileAndTheOptionOverBoth() throws IOException {
    var file = file("http: {port: 1, bind: 0.0.0.0}\nfeeds: {size: 10}");
    var environment = Map.of("SEGUIA_HTTP_PORT", "2", "SEGUIA_FEEDS_SIZE", "20");
    var config = read(ConfigFile.read(file, environment, List.of("http.port=3", "http.port=4")));
    assertThat(config.http().port()).isEqualTo(4);
    assertThat(config.feeds().size()).isEqualTo(20);
    assertThat(config.http().bind()).isEqualTo("0.0.0.0");
  }

  @Test
  void aHighestLimitBelowTheUsualSizeIsNoFault() throws IOException {
    var file = file("feeds: {size: 50}");
    var config = read(ConfigFile.read(file, Map.of(), List.of("feeds.max-size=10")));
    assertThat(config.feeds().maxSize()).isEqualTo(10);
  }

  @Test
  void everyKeyCanBeSetByTheEnvironmentAndByTheOption() throws IOException {
    var file = file("");
    for (var key : Keys.ALL) {
      var environment = Map.of(key.variable(), key.fallback());
      var settings = List.of(key.name() + "=" + key.fallback());
      var expected = new ConfigResult.Read(Config.defaults());
      assertThat(ConfigFile.read(file, environment, List.of())).isEqualTo(expected);
      assertThat(ConfigFile.read(file, Map.of(), settings)).isEqualTo(expected);
    }
  }

  @Test
  void tellsOfAllFaultsTogetherWithTheirLines() throws IOException {
    var complaints =
        complaints(
            """
            http:
              port: eighty
              bnid: 127.0.0.1
            polling:
              min-interval: 30
              concurrency: 0
              per-host: 0
            serach:
              enabled: true
            feeds:
              formats: [atom, odt]
            language: de
            """);
    assertThat(complaints)
        .extracting(Complaint::line, Complaint::what)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                2, "http.port must be a whole number, not 'eighty'"),
            org.assertj.core.groups.Tuple.tuple(3, "unknown key http.bnid"),
            org.assertj.core.groups.Tuple.tuple(
                5, "polling.min-interval must be a duration, as in 90s, 15m, 6h or 7d, not '30'"),
            org.assertj.core.groups.Tuple.tuple(
                6, "polling.concurrency must be between 1 and 10000, not 0"),
            org.assertj.core.groups.Tuple.tuple(
                7, "polling.per-host must be between 1 and 100, not 0"),
            org.assertj.core.groups.Tuple.tuple(8, "unknown section serach"),
            org.assertj.core.groups.Tuple.tuple(
                11, "feeds.formats must be a list, each one of atom, rss, json, not a list of 2"),
            org.assertj.core.groups.Tuple.tuple(12, "language must be fr, ar or en, not de"));
  }

  @ParameterizedTest(name = "{0} means {1}")
  @CsvSource({
    "'polling: {min_interval: 1s}', polling.min-interval",
    "'polling: {mininterval: 1s}', polling.min-interval",
    "'http: {max-body: 1MB}', fetch.max-body",
    "'fecth: {timeout: 1s}', fetch",
    "'polling.budget: 3', polling.budget-per-day",
    "'langage: fr', language",
    "'polling_min_interval: 1s', polling",
    "'port: 1', http.port"
  })
  void namesTheNearestKeyForAnUnknownOne(String text, String nearest) throws IOException {
    assertThat(complaints(text))
        .extracting(Complaint::mend)
        .containsExactly("did you mean " + nearest + "?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'websub: {subscribe: true, hub: true}' | unknown section websub",
        "'websub.subscribe: false' | unknown key websub.subscribe",
        "'websub.hub: false' | unknown key websub.hub",
        "'metrics: true' | unknown section metrics"
      })
  void suggestsNothingForANameThatNoneIsLike(String text, String what) throws IOException {
    assertThat(complaints(text))
        .extracting(Complaint::what, Complaint::mend)
        .containsExactly(tuple(what, "remove it; docs/configuration.md lists every setting"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http: {port: 65536}",
        "http: {port: -1}",
        "http: {base-url: 'ftp://example.org'}",
        "http: {base-url: 'not a url'}",
        "http: {base-url: 'http:///'}",
        "http: {base-url: 'http://a.example/?q'}",
        "http: [1]",
        "http: 8360",
        "http:\n  port: 1\nhttp:\n  bind: x",
        "http:\n  port: 1\n  port: 2",
        "polling: {min-interval: 0s}",
        "polling: {min-interval: 2h, max-interval: 1h}",
        "polling: {min-interval: 13h}",
        "polling: {budget-per-day: -1}",
        "fetch: {timeout: 0s}",
        "fetch: {max-body: 10}",
        "fetch: {allow-addresses: [127.0.0.1]}",
        "fetch: {allow-addresses: [10.0.0.0/33]}",
        "fetch: {allow-addresses: [localhost/8]}",
        "fetch: {allow-addresses: [::1/129]}",
        "fetch: {user-agent: \"a\\nb\"}",
        "feeds: {size: 0}",
        "feeds: {formats: []}",
        "pages: {time-zone: Casablanca}",
        "pages: {time-zone: Mars/Olympus}",
        "dedup: {enabled: yes}",
        "dedup: {window: 0d}",
        "tags: {rules: {a: b}}",
        "tags: {rules: [a]}",
        "tags: {aliases: [a]}",
        "tags: {aliases: {a: {b: c}}}",
        "retention: {keep: never}",
        "retention: {keep: 0d}",
        "store: {url: 'jdbc:mysql://localhost/x'}",
        "log: {level: loud}",
        "- a list",
        "a: b: c",
        "http: &loop [*loop]",
        "\"unfinished",
        "? [a, b] : c"
      })
  void refusesOnceAndWithItsLine(String text) throws IOException {
    var complaints = complaints(text);
    assertThat(complaints).hasSize(1);
    assertThat(complaints.getFirst().line()).as("line of %s", complaints).isPositive();
    assertThat(complaints.getFirst().file()).endsWith("seguia.yaml");
  }

  @Test
  void keepsRulesAliasesAndDroppedLabelsAsTheyAre() throws IOException {
    var tags =
        config(
                """
                tags:
                  rules:
                    - tag: climat
                      query: cop31 OR réchauffement
                    - {query: "source:petites-annonces", drop: true}
                  aliases:
                    usa: [États-Unis, الولايات المتحدة]
                    eau: water
                  drop: [news]
                """)
            .tags();
    assertThat(tags.rules())
        .extracting(TagRule::text, TagRule::action, TagRule::label)
        .containsExactly(
            tuple("cop31 OR réchauffement", TagRule.Action.TAG, Optional.of("climat")),
            tuple("source:petites-annonces", TagRule.Action.DROP, Optional.empty()));
    assertThat(tags.aliases())
        .containsEntry("usa", List.of("États-Unis", "الولايات المتحدة"))
        .containsEntry("eau", List.of("water"));
    assertThat(tags.shownLabels())
        .containsOnly(
            Map.entry("États-Unis", "usa"),
            Map.entry("الولايات المتحدة", "usa"),
            Map.entry("water", "eau"));
    assertThat(tags.drop()).containsExactly("news");
  }

  @Test
  void tellsOfEveryRuleThatIsWrongInItsLine() throws IOException {
    var complaints =
        complaints(
            """
            tags:
              rules:
                - {query: "titel:eau", tag: eau}
                - {query: eau}
                - {tag: eau}
                - {query: eau, tag: eau, colour: blue}
                - {query: eau, drop: true, mute: true}
                - {query: eau, drop: maybe, tag: x}
            """);
    assertThat(complaints).extracting(Complaint::line).containsExactly(3, 4, 5, 6, 7, 8);
    assertThat(complaints)
        .extracting(Complaint::toString)
        .satisfiesExactly(
            one -> assertThat(one).contains("titel", "title"),
            one -> assertThat(one).contains("has no action"),
            one -> assertThat(one).contains("has no query", "as in {query:"),
            one -> assertThat(one).contains("unknown key colour"),
            one -> assertThat(one).contains("has two actions"),
            one -> assertThat(one).contains("true or false, not 'maybe'"));
  }

  @Test
  void namesTheNearestVariableForAnUnknownOne() throws IOException {
    var environment =
        Map.of("SEGUIA_POLING_MIN_INTERVAL", "1s", "SEGUIA_HTTP_PROT", "1", "HOME", "/root");
    assertThat(complaints(ConfigFile.read(file(""), environment, List.of())))
        .extracting(Complaint::mend)
        .containsExactlyInAnyOrder(
            "did you mean SEGUIA_POLLING_MIN_INTERVAL?", "did you mean SEGUIA_HTTP_PORT?");
  }

  @Test
  void leavesVariablesOfTheLauncherAndOfContainerPlatformsBe() throws IOException {
    var environment =
        Map.of(
            "SEGUIA_JAVA_HOME", "/jdk",
            "SEGUIA_JAVA_OPTS", "-Xmx1g",
            "SEGUIA_SERVICE_HOST", "10.0.0.1",
            "SEGUIA_PORT_8360_TCP_ADDR", "10.0.0.1",
            "SEGUIA_PORT", "tcp://10.0.0.1:8360",
            "SEGUIA_HOME", "/opt/seguia");
    assertThat(ConfigFile.read(file(""), environment, List.of()))
        .isEqualTo(new ConfigResult.Read(Config.defaults()));
  }

  @Test
  void takesListsWithAndWithoutBracketsFromOutsideTheFile() throws IOException {
    var settings =
        List.of("feeds.formats=rss,json", "fetch.allow-addresses=[127.0.0.0/8, fd00::/8]");
    var config = read(ConfigFile.read(file(""), Map.of(), settings));
    assertThat(config.feeds().formats()).containsExactly(FeedFormat.RSS, FeedFormat.JSON);
    assertThat(config.fetch().allowAddresses()).containsExactly("127.0.0.0/8", "fd00::/8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fetch: {allow-addresses: [127.0.0.0/8, ::1/128]}",
        "fetch: {allow-addresses: [::1/128,127.0.0.0/8]}",
        "fetch:\n  allow-addresses: [ ::1/128 , 127.0.0.0/8 ] # ours: [::1/128]",
        "fetch:\n  allow-addresses:\n    - ::1/128\n    - 127.0.0.0/8",
        "fetch: {allow-addresses: ['::1/128', \"127.0.0.0/8\"]}"
      })
  void takesAddressesThatBeginWithTwoColons(String text) throws IOException {
    var config = read(ConfigFile.read(file(text), Map.of(), List.of()));
    assertThat(config.fetch().allowAddresses()).containsExactlyInAnyOrder("127.0.0.0/8", "::1/128");
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "0.0.0.0, true",
    "::, true",
    "::1, true",
    "localhost, true",
    "feeds.example.org, true",
    "999.1.1.1, false",
    "127.0.0, false",
    "*, false",
    "127.0.0.1:8360, false",
    "http://localhost, false",
    "[::1], false",
    "1:2, false"
  })
  void tellsAnAddressToListenAtThatIsNone(String bind, boolean fits) throws IOException {
    var result = ConfigFile.read(file(""), Map.of(), List.of("http.bind=" + bind));
    if (fits) assertThat(result).isInstanceOf(ConfigResult.Read.class);
    else
      assertThat(result)
          .isInstanceOfSatisfying(
              ConfigResult.Faulty.class,
              faulty ->
                  assertThat(faulty.complaints().toString())
                      .contains("http.bind")
                      .doesNotContain("Exception"));
  }

  @Test
  @Timeout(20)
  void refusesALargeFileBeforeItIsRead() throws IOException {
    var result = ConfigFile.read(file("a".repeat(2 << 20)), Map.of(), List.of());
    assertThat(result.toString()).contains("larger than 1 MB");
  }

  @Test
  @Timeout(20)
  void refusesWhatIsNotARegularFile() {
    assertThat(ConfigFile.read(Path.of("/dev/zero"), Map.of(), List.of()).toString())
        .contains("not a regular file");
  }

  @Test
  void saysThatThereIsNoSupportForPostgres() throws IOException {
    var result =
        ConfigFile.read(file(""), Map.of(), List.of("store.url=jdbc:postgresql://db/seguia"));
    assertThat(result.toString()).contains("PostgreSQL and others are not supported");
  }

  @Test
  void tellsWhichSectionsHaveChanged() throws IOException {
    var before = read(ConfigFile.read(file(""), Map.of(), List.of()));
    var after =
        read(ConfigFile.read(file(""), Map.of(), List.of("http.port=8361", "feeds.size=9")));
    assertThat(after.changedSince(before)).containsExactly("http", "feeds");
    assertThat(before.changedSince(before)).isEmpty();
  }

  @Test
  void takesAddressesThatBeginWithTwoColonsFromOutsideTheFile() throws IOException {
    var settings = List.of("fetch.allow-addresses=127.0.0.0/8,::1/128");
    var config = read(ConfigFile.read(file(""), Map.of(), settings));
    assertThat(config.fetch().allowAddresses()).containsExactly("127.0.0.0/8", "::1/128");
  }

  @ParameterizedTest
  @CsvSource({
    "SEGUIA_TOKEN, did you mean SEGUIA_HTTP_TOKEN?",
    "SEGUIA_PORT, did you mean SEGUIA_HTTP_PORT?"
  })
  void saysWhatAVariableShouldHaveBeen(String variable, String mend) throws IOException {
    var result = ConfigFile.read(file(""), Map.of(variable, "x"), List.of());
    assertThat(result)
        .isInstanceOfSatisfying(
            ConfigResult.Faulty.class,
            faulty ->
                assertThat(faulty.complaints())
                    .singleElement()
                    .satisfies(one -> assertThat(one.mend()).isEqualTo(mend)));
  }

  @Test
  void anEmptyVariableMeansTheDefault() throws IOException {
    var file = file("http: {token: secret, port: 9}");
    var environment = Map.of("SEGUIA_HTTP_TOKEN", "", "SEGUIA_HTTP_PORT", "");
    assertThat(ConfigFile.read(file, environment, List.of()))
        .isEqualTo(new ConfigResult.Read(Config.defaults()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http.port", "http.prot=1", "=1", "http=1", "feeds.formats=[rss"})
  void refusesAWrongOption(String setting) throws IOException {
    assertThat(complaints(ConfigFile.read(file(""), Map.of(), List.of(setting))))
        .singleElement()
        .satisfies(complaint -> assertThat(complaint.file()).isEqualTo("--set"));
  }

  @Test
  void anEmptyFileAndEmptySectionsMeanTheDefaults() throws IOException {
    assertThat(config("")).isEqualTo(Config.defaults());
    assertThat(config("# nothing\n---\n")).isEqualTo(Config.defaults());
    assertThat(config("http:\npolling:\n  min-interval:\n")).isEqualTo(Config.defaults());
  }

  @Test
  void aFileThatWasNamedMustExist() {
    assertThat(complaints(ConfigFile.read(folder.resolve("none.yaml"), Map.of(), List.of())))
        .singleElement()
        .satisfies(complaint -> assertThat(complaint.what()).isEqualTo("no such file"));
  }

  @Test
  void theBaseUrlFollowsThePortUntilItIsSet() throws IOException {
    assertThat(config("http: {port: 9}").http().baseUrl()).hasToString("http://localhost:9");
    assertThat(config("http: {port: 9, base-url: 'https://a.ma/'}").http().baseUrl())
        .hasToString("https://a.ma");
    var http = Config.defaults().http();
    assertThat(http.withPort(9).withPort(10).baseUrl()).hasToString("http://localhost:10");
  }

  @Test
  void fillsVersionAndAddressIntoTheUserAgent() {
    var config = Config.defaults();
    assertThat(config.fetch().userAgent("1.2", config.http().baseUrl()))
        .isEqualTo("Seguia/1.2 (+http://localhost:8360)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fetch: {contact: desk@a.ma} | Seguia/1.2 (+http://localhost:8360; desk@a.ma)",
        "fetch: {contact: desk@a.ma, user-agent: Mine/VERSION} | Mine/1.2 (desk@a.ma)"
      })
  void putsTheContactIntoTheUserAgent(String text, String userAgent) throws IOException {
    var config = config(text);
    assertThat(config.fetch().userAgent("1.2", config.http().baseUrl())).isEqualTo(userAgent);
  }

  @Test
  void aUserAgentIsAsciiWhateverTheBaseUrl() throws IOException {
    var config = config("http: {base-url: 'https://a.ma/actualités'}");
    assertThat(config.fetch().userAgent("1.2", config.http().baseUrl()))
        .isEqualTo("Seguia/1.2 (+https://a.ma/actualit%C3%A9s)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"contact: Rédaction", "contact: desk (news)", "user-agent: Séguia"})
  void refusesWhatCannotStandInTheUserAgent(String setting) throws IOException {
    assertThat(complaints("fetch: {" + setting + "}"))
        .singleElement()
        .asString()
        .contains("fetch." + setting.substring(0, setting.indexOf(':')), "ASCII text");
  }

  @Test
  void neverShowsATokenOrPassword() throws IOException {
    var config = config("http: {token: s3cret}\nstore: {password: s3cret}");
    assertThat(config.http().token()).isEqualTo(Optional.of("s3cret"));
    assertThat(config.toString()).doesNotContain("s3cret");
  }

  private Config config(String text) throws IOException {
    return read(ConfigFile.read(file(text), Map.of(), List.of()));
  }

  private List<Complaint> complaints(String text) throws IOException {
    return complaints(ConfigFile.read(file(text), Map.of(), List.of()));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("seguia.yaml"), text);
  }

  private static Config read(ConfigResult result) {
    assertThat(result).isInstanceOf(ConfigResult.Read.class);
    return ((ConfigResult.Read) result).config();
  }

  private static List<Complaint> complaints(ConfigResult result) {
    assertThat(result).isInstanceOf(ConfigResult.Faulty.class);
    return ((ConfigResult.Faulty) result).complaints();
  }
}
