package dev.seguia.parse;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.rss.Channel;
import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import dev.seguia.parse.Mender.Mending;
import dev.seguia.text.Truncation;
import dev.seguia.xml.XmlErrors;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdom2.Document;
import org.jdom2.JDOMException;

/// Reads XML feeds: all versions of RSS and Atom.
final class XmlFeedReader {
  private final URI location;
  private final List<String> warnings = new ArrayList<>();
  private boolean whole = true;

  private XmlFeedReader(URI location) {
    this.location = location;
  }

  static ParseResult read(URI location, String text) {
    return new XmlFeedReader(location).read(text);
  }

  private ParseResult read(String text) {
    var bounded = TreeLimit.bounded(text);
    if (bounded.length() < text.length())
      return mended(
          bounded, "more than " + ParseLimits.MARKS + " tags and attributes, too many to read");
    try {
      return read(StrictXml.parse(text));
    } catch (JDOMException e) {
      return mended(text, fault(e));
    }
  }

  private ParseResult mended(String text, String fault) {
    return switch (Mender.mend(text)) {
      case Mending.Hopeless(var reason) -> new ParseResult.Unreadable(fault + "; " + reason);
      case Mending.Mended(var mended, var reachesItsEnd, var losses) -> {
        whole = reachesItsEnd;
        warnings.add(fault);
        warnings.addAll(losses);
        yield LenientXml.parse(mended)
            .map(this::read)
            .orElseGet(() -> new ParseResult.Unreadable(fault));
      }
    };
  }

  private static String fault(JDOMException e) {
    var reason = XmlErrors.reason(e);
    if (reason.contains("DOCTYPE")) return "its document type was left out";
    return "not well-formed XML: " + reason;
  }

  private ParseResult read(Document document) {
    var root = document.getRootElement();
    return switch (root.getName().toLowerCase(Locale.ROOT)) {
      case "rss", "rdf", "channel" -> result(RssTidy.tidy(root, location));
      case "feed", "entry" -> result(AtomTidy.tidy(root, location));
      case "html" -> ParseResult.Unreadable.page();
      case "opml" -> new ParseResult.Unreadable("an OPML list of feeds, not a feed");
      case "urlset", "sitemapindex" ->
          new ParseResult.Unreadable("a sitemap, not a feed", ParseResult.Looks.SITEMAP);
      default ->
          new ParseResult.Unreadable(
              "XML, but not a feed: the root is " + Truncation.head(root.getName(), 60));
    };
  }

  private ParseResult result(Tidied tidied) {
    warnings.addAll(tidied.warnings());
    return Rome.read(tidied.document())
        .map(feed -> parsed(tidied, feed))
        .orElseGet(
            () -> new ParseResult.Unreadable("Rome could not read it as " + tidied.format()));
  }

  private ParseResult parsed(Tidied tidied, WireFeed feed) {
    var notes = tidied.feedNotes();
    var entries = new ArrayList<RawEntry>();
    var header =
        switch (feed) {
          case Channel channel -> {
            for (var i = 0; i < channel.getItems().size(); i++)
              entries.add(RssMapper.entry(channel.getItems().get(i), tidied.entryNotes().get(i)));
            yield RssMapper.header(channel, tidied.format(), notes);
          }
          case Feed atom -> {
            var heading = AtomMapper.header(atom, tidied.format(), notes);
            for (var i = 0; i < atom.getEntries().size(); i++)
              entries.add(
                  AtomMapper.entry(atom.getEntries().get(i), tidied.entryNotes().get(i), heading));
            yield heading;
          }
          default -> throw new IllegalStateException("Rome made a " + feed.getClass());
        };
    warnings.addAll(LimitWarnings.warnings(entries));
    return new ParseResult.Parsed(
        new RawFeed(location, header, entries, notes.rhythm().rhythm(), whole, notes.older()),
        warnings);
  }
}
