package dev.seguia.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.seguia.admin.AdminJson;
import dev.seguia.daemon.Ingest;
import dev.seguia.daemon.Logs;
import dev.seguia.gather.FeedCandidate;
import dev.seguia.gather.FeedCandidates;
import dev.seguia.normalise.Normaliser;
import dev.seguia.opml.Opml;
import dev.seguia.opml.Outline;
import dev.seguia.scrape.discovery.FeedLink.DiscoveryHint;
import dev.seguia.source.Source.Kind;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What of a site can be a source.
@Command(
    name = "discover",
    description = {
      "Finds the feeds, the sitemaps and the article lists of a site that can be polled.",
      "Each one is tried, and printed as an outline for the list of sources."
    },
    footer = {
      "  seguia discover https://ledesk.ma/             prints the outlines, each with what it holds",
      "  seguia discover fr.le360.ma/sport >> new.opml  the same into a file"
    })
final class DiscoverCommand implements Callable<Integer> {
  @Mixin private Options options = new Options();

  @Parameters(paramLabel = "URL", description = "A page, a feed or a sitemap.")
  private String name = "";

  @Option(names = "--json", description = "As JSON, for programs.")
  private boolean json;

  @Spec private CommandSpec command = CommandSpec.create();

  private final Normaliser normaliser = new Normaliser();

  /// A discovered source, for JSON output.
  private record Found(
      String kind,
      String url,
      String title,
      String format,
      int entries,
      Optional<Instant> newest,
      @JsonProperty("found_by") String foundBy) {}

  /// All results, for JSON output.
  private record Findings(List<Found> sources, List<String> remarks) {}

  @Override
  public Integer call() throws InterruptedException {
    Logs.quiet();
    var read = options.readConfig();
    if (SetupFaults.of(read).tell()) return Exit.USAGE;
    var url = url();
    var config = SetupFaults.config(read).orElseThrow();
    try (var documents = Ingest.documentsByHand(config, InstantSource.system())) {
      var leads = documents.discover(url);
      if (json) System.out.println(AdminJson.pretty(findings(leads)));
      else print(leads);
      return leads.leads().isEmpty() ? Exit.FAILED : Exit.OK;
    }
  }

  /// People write addresses without a scheme.
  private URI url() {
    var written = name.matches("(?i)[a-z][a-z0-9+.-]*://.*") ? name : "https://" + name;
    try {
      return URI.create(written);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          command.commandLine(), "'" + name + "' is not a URL (" + e.getMessage() + ")", e);
    }
  }

  private Findings findings(FeedCandidates leads) {
    return new Findings(leads.leads().stream().map(this::found).toList(), leads.remarks());
  }

  private Found found(FeedCandidate lead) {
    return new Found(
        lead.kind().name().toLowerCase(Locale.ROOT),
        lead.url().toString(),
        title(lead),
        lead.feed().header().format(),
        lead.feed().entries().size(),
        lead.newest(),
        clue(lead));
  }

  private String title(FeedCandidate lead) {
    var title = normaliser.header(lead.feed()).title();
    return title.isBlank() ? String.valueOf(lead.url().getHost()) : title;
  }

  private void print(FeedCandidates leads) {
    for (var lead : leads.leads()) {
      System.out.println("<!-- " + words(lead) + " -->");
      System.out.println(Opml.write(outline(lead)));
    }
    for (var remark : leads.remarks())
      System.err.println("seguia: " + TerminalText.plain(name + ": " + remark));
  }

  private static String words(FeedCandidate lead) {
    var entries = lead.feed().entries().size();
    return "%s, %d %s%s; %s"
        .formatted(
            lead.feed().header().format(),
            entries,
            entries == 1 ? "entry" : "entries",
            lead.newest().isEmpty() ? "" : ", the newest of " + TimeFormat.words(lead.newest()),
            clue(lead));
  }

  private static String clue(FeedCandidate lead) {
    return lead.clue()
        .map(DiscoverCommand::words)
        .orElse(lead.kind() == Kind.PAGE ? "listed on the page" : "at this address");
  }

  private static String words(DiscoveryHint clue) {
    return switch (clue) {
      case ANNOUNCED -> "announced by the page";
      case HEADER -> "announced by the server";
      case LINKED -> "linked from the page";
      case LINKED_ELSEWHERE -> "linked from the page, on another site";
      case USUAL_PLACE -> "at a usual address";
      case SITEMAP -> "named by robots.txt";
    };
  }

  private Outline outline(FeedCandidate lead) {
    var attributes = new LinkedHashMap<String, String>();
    if (lead.kind() == Kind.FEED) attributes.put("type", "rss");
    attributes.put("text", title(lead));
    attributes.put("xmlUrl", lead.url().toString());
    if (lead.kind() == Kind.FEED)
      lead.feed().header().link().ifPresent(link -> attributes.put("htmlUrl", link));
    else attributes.put("seguia:kind", lead.kind().name().toLowerCase(Locale.ROOT));
    return Outline.of(attributes, List.of());
  }
}
