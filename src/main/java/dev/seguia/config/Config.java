package dev.seguia.config;

import dev.seguia.config.InvalidSettings.Check;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All settings of the daemon, one record for each section of the file. Each record checks itself;
/// `docs/configuration.md` says what every key means.
///
/// @param language of the pages, where a visitor's browser asks for none that we speak
public record Config(
    Http http,
    Polling polling,
    Fetch fetch,
    Feeds feeds,
    Dedup dedup,
    Tags tags,
    Search search,
    Websub websub,
    Retention retention,
    Store store,
    Log log,
    Locale language) {
  private static final Set<String> LANGUAGES = Set.of("fr", "ar", "en");
  private static final String HIDDEN = "***";

  public Config {
    new Check()
        .that(
            LANGUAGES.contains(language.toLanguageTag()),
            "language",
            "must be fr, ar or en",
            language.toLanguageTag())
        .done();
  }

  /// The settings of someone who has set nothing.
  public static Config defaults() {
    return Reading.defaults();
  }

  /// Where we serve.
  ///
  /// @param baseUrl where the outside finds us, without a slash at its end; follows the port while
  ///   it is at its default
  /// @param token empty: what it guards is open to loopback only
  public record Http(String bind, int port, URI baseUrl, Optional<String> token) {
    private static final URI LOCAL = URI.create("http://localhost:8360");

    public Http {
      baseUrl = URI.create(baseUrl.toString().replaceFirst("/+$", ""));
      if (baseUrl.equals(LOCAL)) baseUrl = URI.create("http://localhost:" + port);
      new Check()
          .that(!bind.isBlank(), "http.bind", "must name an address", bind)
          .that(port >= 0 && port <= 65535, "http.port", "must lie between 0 and 65535", port)
          .that(isHttp(baseUrl), "http.base-url", "must be an http or https URL", baseUrl)
          .done();
    }

    private static boolean isHttp(URI url) {
      var scheme = url.getScheme();
      return ("http".equals(scheme) || "https".equals(scheme))
          && url.getHost() != null
          && url.getQuery() == null
          && url.getFragment() == null;
    }

    /// The same on another port.
    public Http withPort(int other) {
      return new Http(bind, other, isLocal() ? LOCAL : baseUrl, token);
    }

    private boolean isLocal() {
      return baseUrl.equals(URI.create("http://localhost:" + port));
    }

    @Override
    public String toString() {
      return "Http[%s:%d, %s, token=%s]".formatted(bind, port, baseUrl, token.map(t -> HIDDEN));
    }
  }

  /// When sources are polled.
  ///
  /// @param budgetPerDay how many polls a day one source gets on average
  /// @param newPerSecond how many new sources get their first poll in a second
  public record Polling(
      Duration minInterval,
      Duration maxInterval,
      double budgetPerDay,
      double newPerSecond,
      int concurrency,
      int perHost) {
    public Polling {
      var second = Duration.ofSeconds(1);
      new Check()
          .that(
              minInterval.compareTo(second) >= 0,
              "polling.min-interval",
              "must be 1s or longer",
              minInterval)
          .that(
              maxInterval.compareTo(second) >= 0,
              "polling.max-interval",
              "must be 1s or longer",
              maxInterval)
          .that(
              minInterval.compareTo(maxInterval) <= 0,
              "polling.min-interval",
              "must not be longer than polling.max-interval, which is " + Units.text(maxInterval),
              minInterval)
          .that(budgetPerDay > 0, "polling.budget-per-day", "must be above 0", budgetPerDay)
          .that(newPerSecond > 0, "polling.new-per-second", "must be above 0", newPerSecond)
          .that(
              concurrency >= 1 && concurrency <= 10_000,
              "polling.concurrency",
              "must lie between 1 and 10000",
              concurrency)
          .that(
              perHost >= 1 && perHost <= 100,
              "polling.per-host",
              "must lie between 1 and 100",
              perHost)
          .done();
    }
  }

  /// How documents are fetched.
  ///
  /// @param maxBody in bytes, after decompression
  /// @param userAgent with `VERSION` and `base-url` still to be filled in, see [#userAgent(String,
  ///   URI)]
  /// @param contact an address for those whose servers we ask
  /// @param allowAddresses networks (CIDR) that may be fetched although they are private
  public record Fetch(
      Duration timeout,
      long maxBody,
      String userAgent,
      Optional<String> contact,
      List<String> allowAddresses) {
    private static final Duration LONGEST = Duration.ofHours(1);

    public Fetch {
      allowAddresses = List.copyOf(allowAddresses);
      var check =
          new Check()
              .that(
                  timeout.isPositive() && timeout.compareTo(LONGEST) <= 0,
                  "fetch.timeout",
                  "must lie between 1s and 1h",
                  timeout)
              .that(
                  maxBody >= 1 && maxBody <= 1L << 30,
                  "fetch.max-body",
                  "must lie between 1B and 1GB",
                  maxBody + "B")
              .that(
                  isHeader(userAgent),
                  "fetch.user-agent",
                  "must be one line of plain ASCII",
                  userAgent)
              .that(
                  contact.stream()
                      .allMatch(text -> isHeader(text) && !text.matches(".*[()\\\\].*")),
                  "fetch.contact",
                  "must be one line of plain ASCII, without brackets",
                  contact.orElse(""));
      for (var network : allowAddresses)
        check.that(
            Cidr.isCidr(network),
            "fetch.allow-addresses",
            "must hold networks in CIDR notation, as 127.0.0.1/32 or fd00::/8",
            network);
      check.done();
    }

    private static boolean isHeader(String text) {
      return !text.isBlank() && text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    /// What we call ourselves, of that version and at that address.
    public String userAgent(String version, URI baseUrl) {
      var name = userAgent.replace("VERSION", version).replace("base-url", baseUrl.toString());
      return contact.map(address -> with(name, address)).orElse(name);
    }

    /// The contact stands in the comment of the product (RFC 9110 section 10.1.5).
    private static String with(String name, String address) {
      return name.endsWith(")")
          ? name.substring(0, name.length() - 1) + "; " + address + ")"
          : name + " (" + address + ")";
    }
  }

  /// What the published feeds hold.
  ///
  /// @param size entries of a feed where the request names no limit; `maxSize` bounds it, too
  /// @param maxSize the highest limit that a request may name
  public record Feeds(int size, int maxSize, Set<Format> formats) {
    /// A format that feeds are published in.
    public enum Format {
      ATOM,
      RSS,
      JSON
    }

    public Feeds {
      formats = Collections.unmodifiableSet(new java.util.LinkedHashSet<>(formats));
      new Check()
          .that(size >= 1, "feeds.size", "must be 1 or more", size)
          .that(maxSize >= 1, "feeds.max-size", "must be 1 or more", maxSize)
          .that(!formats.isEmpty(), "feeds.formats", "must name a format", "[]")
          .done();
    }
  }

  /// Whether and when two articles are taken for one.
  ///
  /// @param window how far apart two articles may lie and still be taken for one
  public record Dedup(boolean enabled, Duration window) {
    public Dedup {
      new Check().that(window.isPositive(), "dedup.window", "must be above 0", window).done();
    }
  }

  /// How labels become tags.
  ///
  /// @param rules each a map, as the file has it
  /// @param aliases labels that mean the same tag, by the label that is shown
  /// @param drop labels that are no tags
  public record Tags(
      List<Map<String, Object>> rules, Map<String, List<String>> aliases, List<String> drop) {
    public Tags {
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

  /// Whether entries can be searched.
  public record Search(boolean enabled) {}

  /// How changes are pushed to us and by us.
  ///
  /// @param subscribe to the hubs that sources name
  /// @param hub whether we are one for our own feeds
  public record Websub(boolean subscribe, boolean hub) {}

  /// What becomes of old entries.
  ///
  /// @param keep how long entries are kept; empty for ever
  public record Retention(Optional<Duration> keep) {
    public Retention {
      new Check()
          .that(
              keep.stream().allMatch(Duration::isPositive),
              "retention.keep",
              "must be forever or above 0",
              keep.map(Units::text).orElse("forever"))
          .done();
    }
  }

  /// Where entries are kept.
  ///
  /// @param url a JDBC address; empty for H2 in the data directory
  public record Store(Optional<String> url, Optional<String> user, Optional<String> password) {
    public Store {
      new Check()
          .that(
              url.stream().allMatch(address -> address.matches("jdbc:(h2|postgresql):.+")),
              "store.url",
              "must begin with jdbc:h2: or jdbc:postgresql:",
              url.orElse(""))
          .done();
    }

    @Override
    public String toString() {
      return "Store[%s, user=%s, password=%s]".formatted(url, user, password.map(p -> HIDDEN));
    }
  }

  /// What is logged.
  public record Log(Layout format, Level level) {
    /// How a line of the log is written.
    public enum Layout {
      TEXT,
      JSON
    }

    /// The least that is logged.
    public enum Level {
      ERROR,
      WARN,
      INFO,
      DEBUG,
      TRACE
    }
  }
}
