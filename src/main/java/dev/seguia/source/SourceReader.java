package dev.seguia.source;

import dev.seguia.feed.EntryTag;
import dev.seguia.feed.EntryTag.Provenance;
import dev.seguia.feed.Tag;
import dev.seguia.opml.Attribute;
import dev.seguia.opml.Element;
import dev.seguia.opml.Fault;
import dev.seguia.opml.OpmlDocument;
import dev.seguia.opml.Outline;
import dev.seguia.opml.Prefixes;
import dev.seguia.source.Source.Settings;
import dev.seguia.text.NearestName;
import dev.seguia.url.UrlSecrets;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Walks the outlines of a document and collects the sources and the faults.
final class SourceReader {
  /// What programs write as the type of a source; Liferea calls Atom `pie`.
  private static final Set<String> FEED_TYPES =
      Set.of("rss", "atom", "feed", "pie", "rdf", "json", "rss1", "rss2", "atom1");

  /// An attribute that differs from `xmlUrl` in more letters is another one.
  private static final int MISTYPED = 3;

  private static final String SEPARATOR = "[,،]"; // the second is the Arabic comma

  private final Map<URI, Source> sources;
  private final List<Include> includes = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final String file;
  private final boolean byStranger;
  private final Objections objections;
  private final FolderNames folderNames = new FolderNames();

  /// @param file the name for error messages
  /// @param sources those that are known, to which the new ones are added
  /// @param byStranger the list lies on the public web
  SourceReader(String file, Map<URI, Source> sources, boolean byStranger, Objections objections) {
    this.objections = objections;
    this.file = file;
    this.sources = sources;
    this.byStranger = byStranger;
  }

  /// The lists that the one that was read includes.
  List<Include> includes() {
    return List.copyOf(includes);
  }

  /// What an outline inherits from its parents.
  ///
  /// @param prefixes those that stand for our namespace
  /// @param freshRss those that stand for FreshRSS's
  private record Surroundings(List<EntryTag> folders, Set<String> prefixes, Set<String> freshRss) {
    Surroundings in(Element element) {
      return new Surroundings(
          folders,
          Prefixes.of(Prefixes.SEGUIA, element, prefixes),
          Prefixes.of(Prefixes.FRESH_RSS, element, freshRss));
    }

    Surroundings in(Stream<EntryTag> folder) {
      return new Surroundings(Stream.concat(folders.stream(), folder).toList(), prefixes, freshRss);
    }
  }

  /// Reads a document.
  ///
  /// @param folders around it
  /// @return what is wrong with it
  List<Fault> read(OpmlDocument document, List<EntryTag> folders) {
    var top = new Surroundings(folders, Set.of(), Set.of()).in(document.root());
    if (Prefixes.isMisnamed(document.root()))
      faults.add(
          Fault.error(
              file,
              document.root().line(),
              "the prefix seguia is bound to a different namespace",
              "write xmlns:seguia=\"" + Prefixes.SEGUIA + "\""));
    document.bodies().forEach(body -> readAll(Outline.in(body).toList(), top.in(body)));
    readStray(document.strayOutlines(), top);
    return List.copyOf(faults);
  }

  /// Where a body ends too early, the outlines behind it are meant no less. Most readers pass over
  /// them without a word.
  private void readStray(List<Outline> outlines, Surroundings around) {
    if (outlines.isEmpty()) return;
    warn(
        outlines.getFirst(),
        "outlines outside <body>, where OPML allows none: %d, the first of them here"
            .formatted(outlines.size()),
        "read as if they were inside: move them there");
    readAll(outlines, around);
  }

  private void readAll(List<Outline> outlines, Surroundings around) {
    outlines.forEach(outline -> read(outline, around.in(outline.element())));
  }

  private void read(Outline outline, Surroundings around) {
    if (isTrue(outline, "isComment")) return; // OPML 2.0: all that lies in it is commented out too
    if (outline.xmlUrl().isPresent()) {
      readSource(outline, outline.xmlUrl().get(), around);
      readAll(outline.children(), around);
    } else readOther(outline, around);
  }

  private static boolean isTrue(Outline outline, String name) {
    return outline.attribute(name).filter(value -> value.equalsIgnoreCase("true")).isPresent();
  }

  private void readSource(Outline outline, String xmlUrl, Surroundings around) {
    var attributes = new OwnAttributes(outline, around.prefixes(), file);
    faults.addAll(attributes.complete(outline, around.freshRss()));
    var settings = attributes.settings();
    faults.addAll(attributes.faults());
    var url = Address.of(xmlUrl);
    if (url.isEmpty()) {
      tellOfAddress(outline, xmlUrl.strip());
      return;
    }
    if (Address.isFeedScheme(xmlUrl))
      warn(
          outline,
          "xmlUrl has the scheme of a feed reader: " + shown(xmlUrl),
          "read as " + shown(url.get().toString()));
    tellOfRules(outline, url.get());
    var tags =
        Stream.of(
                around.folders().stream(),
                categories(outline.attribute("category").orElse("")),
                labels(attributes.tags(), Provenance.SOURCE))
            .flatMap(given -> given)
            .toList();
    var source =
        new Source(
            url.get(),
            outline.text(),
            outline.attribute("htmlUrl"),
            Source.united(tags),
            withLanguage(settings, outline),
            byStranger);
    sources.merge(source.url(), source, (first, again) -> merged(first, again, outline));
  }

  private void tellOfRules(Outline outline, URI url) {
    var name = shown(outline.text().isEmpty() ? url.toString() : outline.text());
    objections
        .to(url)
        .ifPresent(reason ->
            warn(
                outline,
                "'" + name + "' cannot be polled: " + reason,
                "write another URL, or remove it"));
    if (url.getRawUserInfo() != null && "http".equalsIgnoreCase(url.getScheme()))
      warn(
          outline,
          "the password of '" + name + "' is sent unencrypted, since its URL begins with http:",
          "write https: if the server supports it");
  }

  /// An address without credentials, even if it is not a valid URL.
  private static String shown(String address) {
    return UrlSecrets.masked(address.strip().replaceFirst("(?<=//).*@", "***@"));
  }

  private void tellOfAddress(Outline outline, String xmlUrl) {
    var name = outline.text().isEmpty() ? "" : " of '" + shown(outline.text()) + "'";
    if (xmlUrl.isEmpty())
      warn(outline, "xmlUrl" + name + " is empty", "it is ignored: write the feed's URL");
    else if (Address.of("http://" + xmlUrl).isPresent() && !xmlUrl.contains(":"))
      warn(
          outline,
          "xmlUrl" + name + " is not a URL: " + shown(xmlUrl),
          "it is ignored: write https://" + shown(xmlUrl));
    else
      warn(
          outline,
          "xmlUrl" + name + " is not an http or https URL: " + shown(xmlUrl),
          "it is ignored: write one that begins with https://");
  }

  /// The `language` attribute of OPML 2.0 says what the feed says of itself; ours goes before it.
  private static Settings withLanguage(Settings settings, Outline outline) {
    var language =
        settings
            .language()
            .or(() -> outline.attribute("language").flatMap(OwnAttributes::language))
            .filter(tag -> !tag.equals("unknown"));
    return settings.withLanguage(language);
  }

  private Source merged(Source first, Source again, Outline outline) {
    var usual = Settings.defaults();
    if (!first.settings().equals(usual)
        && !again.settings().equals(usual)
        && !again.settings().equals(first.settings()))
      warn(
          outline,
          shown(first.url().toString()) + " is listed again with different settings",
          "the first ones are used: make them equal");
    return first.with(again);
  }

  /// A comma-separated list of slash-delimited paths (OPML 2.0), each part of which is a tag.
  private static Stream<EntryTag> categories(String category) {
    return labels(category.replace('/', ','), Provenance.CATEGORY);
  }

  private static Stream<EntryTag> labels(String list, Provenance from) {
    return Stream.of(list.split(SEPARATOR, -1))
        .map(String::strip)
        .filter(Tag::isLabel)
        .map(label -> new EntryTag(Tag.of(label), label, from));
  }

  private void readOther(Outline outline, Surroundings around) {
    var type = outline.attribute("type").orElse("").toLowerCase(Locale.ROOT);
    if (FEED_TYPES.contains(type) && outline.children().isEmpty()) tellOfLack(outline, type);
    else if (outline.element().attributes().isEmpty() && outline.element().content().isEmpty())
      warn(outline, "an empty outline", "take it out");
    else {
      if (!new OwnAttributes(outline, around.prefixes(), file).isEmpty())
        warn(outline, "a folder cannot have settings", "put them on the sources in it");
      folderNames
          .complaint(outline.text(), outline.line())
          .ifPresent(complaint -> warn(outline, complaint.what(), complaint.mend()));
      listUrl(outline, type, around).ifPresent(url -> include(outline, url, around));
    }
    readAll(outline.children(), around.in(label(outline)));
  }

  private void include(Outline outline, String url, Surroundings around) {
    var folders = around.in(label(outline)).folders();
    includes.add(new Include(url, outline.line(), folders));
  }

  /// The list that an outline includes. OPML 2.0: a link to a name in .opml is an inclusion, any
  /// other leads to a page. FreshRSS's categories may follow one ("dynamic OPML").
  private static Optional<String> listUrl(Outline outline, String type, Surroundings around) {
    var url = outline.attribute("url");
    var includes =
        type.equals("include")
            || (type.equals("link") && url.filter(SourceReader::isOpml).isPresent());
    if (includes && url.isPresent()) return url;
    return Optional.ofNullable(Prefixes.values(outline.element(), around.freshRss()).get("opmlUrl"))
        .filter(list -> !list.isBlank());
  }

  private static boolean isOpml(String url) {
    var small = url.toLowerCase(Locale.ROOT);
    var name = small.matches("https?:.*") ? small.replaceFirst("[?#].*", "") : small;
    return name.endsWith(".opml");
  }

  private static Stream<EntryTag> label(Outline folder) {
    return Optional.of(folder.text()).filter(Tag::isLabel).stream()
        .map(label -> new EntryTag(Tag.of(label), label, Provenance.FOLDER));
  }

  private void tellOfLack(Outline outline, String type) {
    var names = outline.element().attributes().stream().map(Attribute::name).toList();
    var nearest =
        NearestName.to("xmlUrl", names)
            .filter(name -> NearestName.distance("xmlUrl", name) <= MISTYPED);
    var mend = nearest.map(name -> "did you mean xmlUrl instead of " + name + "?");
    var what = "'" + outline.text() + "' has the type " + type + " but no xmlUrl";
    warn(outline, what, "it is ignored: " + mend.orElse("write the feed's URL as xmlUrl"));
  }

  private void warn(Outline outline, String what, String mend) {
    faults.add(Fault.warning(file, outline.line(), what, mend));
  }
}
