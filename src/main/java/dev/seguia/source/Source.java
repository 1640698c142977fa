package dev.seguia.source;

import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Sha256;
import dev.seguia.feed.Tag;
import dev.seguia.text.Truncation;
import dev.seguia.url.UrlSecrets;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A feed that we poll: a leaf of the OPML file.
///
/// @param url as the OPML file has it; names the source for as long as it stands there
/// @param title plain text; the URL where the outline gives none
/// @param htmlUrl the site's page
/// @param tags what the folders and attributes of the outline give to every entry
/// @param byStranger only lists that lie on the public web name it: it may lead to public addresses
///   alone, also where the user's own sources may reach others
public record Source(
    URI url,
    String title,
    Optional<String> htmlUrl,
    List<EntryTag> tags,
    Settings settings,
    boolean byStranger) {
  private static final int LONGEST = 300;
  private static final Pattern PASSWORD = Pattern.compile("(?<=://)([^/?#:@]*):[^/?#]*@");

  public Source {
    tags = List.copyOf(tags);
    if (title.isBlank()) title = titleOf(url);
  }

  /// A source that the user has listed.
  public Source(
      URI url, String title, Optional<String> htmlUrl, List<EntryTag> tags, Settings settings) {
    this(url, title, htmlUrl, tags, settings, false);
  }

  /// A source of which only the URL is known.
  public static Source bare(URI url) {
    return new Source(url, "", Optional.empty(), List.of(), Settings.defaults());
  }

  /// A short id for URLs and the store, stable as long as the URL is.
  public String id() {
    return idOf(url);
  }

  /// The id of the source at a URL. It is published, and a password may be changed: only the user
  /// name counts.
  public static String idOf(URI url) {
    var named = PASSWORD.matcher(url.toString()).replaceFirst("$1@");
    return HexFormat.of().formatHex(Sha256.of(named), 0, 6);
  }

  /// A URL with the login of this source's URL, if it has the same scheme, host and port: for a
  /// source that has moved within its site.
  public URI withLogin(URI address) {
    var login = url.getRawUserInfo();
    var isThere =
        Objects.equals(address.getScheme(), url.getScheme())
            && Objects.equals(address.getHost(), url.getHost())
            && address.getPort() == url.getPort();
    return login == null || !isThere || address.getRawUserInfo() != null
        ? address
        : URI.create(
            address.toString().replaceFirst("//", Matcher.quoteReplacement("//" + login + "@")));
  }

  /// This source with a detected kind, unless the list sets one.
  public Source as(Optional<Kind> found) {
    return found.isEmpty() || settings.kind().isPresent()
        ? this
        : new Source(url, title, htmlUrl, tags, settings.withKind(found.get()), byStranger);
  }

  /// This source, named a second time: the first place names it and sets it, unless only the later
  /// one does. A stranger has no say in what the user has listed, but for its tags.
  Source with(Source again) {
    var both = united(Stream.concat(tags.stream(), again.tags.stream()).toList());
    if (byStranger != again.byStranger) {
      var users = byStranger ? again : this;
      return new Source(url, users.title, users.htmlUrl, both, users.settings);
    }
    return new Source(
        url,
        title.equals(titleOf(url)) ? again.title : title,
        htmlUrl.or(again::htmlUrl),
        both,
        settings.equals(Settings.defaults()) ? again.settings : settings,
        byStranger);
  }

  /// Each tag once, from where it is trusted most.
  static List<EntryTag> united(List<EntryTag> tags) {
    var united = new LinkedHashMap<Tag, EntryTag>();
    tags.stream()
        .sorted(Comparator.comparing(EntryTag::from))
        .forEach(tag -> united.putIfAbsent(tag.tag(), tag));
    return List.copyOf(united.values());
  }

  /// The URL for logs: without passwords and tokens, and truncated.
  public String shownUrl() {
    return Truncation.shortened(UrlSecrets.masked(url.toString()), LONGEST, "...");
  }

  /// The title of a source that has none: it is published, so it contains no secret.
  public static String titleOf(URI url) {
    return UrlSecrets.masked(url.toString());
  }

  /// The kind of a source's document.
  public enum Kind {
    FEED,
    JSON,
    PAGE,
    SITEMAP
  }

  /// Our own attributes of an outline (namespace `https://seguia.dev/opml`).
  ///
  /// @param kind found by itself if absent
  /// @param interval the wish for the time between two polls
  /// @param language of entries that name none, a BCP 47 tag
  /// @param paused not polled
  /// @param weight above 0; below 1, the largest share of a merged feed that the source may fill
  /// @param maxEntries how many entries of this source one merged feed holds at most
  /// @param apart its entries are no other source's, though the articles be the same
  /// @param fullText the text of each article is read off its page
  /// @param history the archives of a feed are followed once (RFC 5005)
  /// @param page how the items of a page are found
  public record Settings(
      Optional<Kind> kind,
      Optional<Duration> interval,
      Optional<String> language,
      boolean paused,
      double weight,
      OptionalInt maxEntries,
      boolean apart,
      boolean fullText,
      boolean history,
      ScrapeSettings page) {
    private static final Settings DEFAULTS =
        new Settings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            1.0,
            OptionalInt.empty(),
            false,
            false,
            false,
            ScrapeSettings.none());

    public static Settings defaults() {
      return DEFAULTS;
    }

    Settings withKind(Kind found) {
      return new Settings(
          Optional.of(found),
          interval,
          language,
          paused,
          weight,
          maxEntries,
          apart,
          fullText,
          history,
          page);
    }

    public Settings withFullText() {
      return new Settings(
          kind, interval, language, paused, weight, maxEntries, apart, true, history, page);
    }

    public Settings withInterval(Duration wish) {
      return new Settings(
          kind,
          Optional.of(wish),
          language,
          paused,
          weight,
          maxEntries,
          apart,
          fullText,
          history,
          page);
    }

    Settings withLanguage(Optional<String> tag) {
      return new Settings(
          kind, interval, tag, paused, weight, maxEntries, apart, fullText, history, page);
    }

    public Settings withMaxEntries(int most) {
      return new Settings(
          kind,
          interval,
          language,
          paused,
          weight,
          OptionalInt.of(most),
          apart,
          fullText,
          history,
          page);
    }

    /// The same settings, but paused.
    public Settings asPaused() {
      return new Settings(
          kind, interval, language, true, weight, maxEntries, apart, fullText, history, page);
    }
  }
}
