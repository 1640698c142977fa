package dev.seguia.cli;

import dev.seguia.config.Config;
import dev.seguia.daemon.Ingest;
import dev.seguia.daemon.IoErrors;
import dev.seguia.dedup.DocumentKeys;
import dev.seguia.dedup.SharedKeys;
import dev.seguia.feed.Audience;
import dev.seguia.feed.Entry;
import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Feed;
import dev.seguia.feed.LinkRules;
import dev.seguia.fetch.FetchResult;
import dev.seguia.gather.Documents;
import dev.seguia.gather.GatherResult;
import dev.seguia.gather.HistoryPolicy;
import dev.seguia.normalise.Normaliser;
import dev.seguia.poll.EntryRules;
import dev.seguia.source.Source;
import dev.seguia.store.state.PollState;
import dev.seguia.tag.Tagger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Dry run: reads a source as a poll would, without storing anything.
final class SourcePreview implements AutoCloseable {
  private final Documents documents;
  private final Normaliser normaliser = new Normaliser();
  private final Tagger tagger;
  private final EntryRules rules;
  private final InstantSource clock;
  private final long maxBody;

  SourcePreview(Config config, InstantSource clock) {
    documents = Ingest.documentsByHand(config, clock);
    tagger = Ingest.tagger(config);
    rules = Ingest.rules(config);
    this.clock = clock;
    maxBody = config.fetch().maxBody();
  }

  /// The result of a preview.
  sealed interface Result {
    /// A feed.
    ///
    /// @param format as in `rss 2.0`
    /// @param warnings what was wrong with the document and was mended
    record Given(String format, Feed feed, List<Tagged> entries, List<String> warnings)
        implements Result {}

    /// The source has no feed at the moment.
    ///
    /// @param reason in plain words
    record Nothing(String reason) implements Result {}
  }

  /// An entry with the tags and the audience that it would get.
  record Tagged(Entry entry, List<EntryTag> tags, Audience audience) {}

  Result read(Source source) throws InterruptedException {
    return switch (documents.fetch(source, PollState.fresh(), () -> {})) {
      case FetchResult.Fetched fetched -> {
        try (fetched) {
          yield result(
              source,
              documents.gather(
                  source, PollState.fresh(), fetched.document(), HistoryPolicy.none()));
        }
      }
      case FetchResult none -> new Result.Nothing(none.reason());
    };
  }

  /// Reads a local file.
  Result readFile(Source source, Path file) {
    try {
      if (Files.size(file) > maxBody) return new Result.Nothing("larger than fetch.max-body");
      var body = Files.readAllBytes(file);
      return result(source, documents.read(source, source.url(), Optional.empty(), body));
    } catch (IOException e) {
      return new Result.Nothing(
          Files.isDirectory(file) ? "this is a directory" : IoErrors.words(e));
    }
  }

  private Result result(Source source, GatherResult gathered) {
    return switch (gathered) {
      case GatherResult.Nothing(var reason) -> new Result.Nothing(reason);
      case GatherResult.AsBefore() -> new Result.Nothing("none of its sitemaps could be read");
      case GatherResult.Found(var raw, var warnings, _, _, _, _) -> {
        var rules = normaliser.learn(raw, LinkRules.none());
        var feed = normaliser.normalise(raw, rules, source.settings().language());
        var entries = feed.entries().stream().map(entry -> tagged(source, entry)).toList();
        var keys = DocumentKeys.of(raw, SharedKeys.none());
        var all = new ArrayList<String>();
        raw.unreadDates().ifPresent(all::add);
        all.addAll(keys.warnings());
        if (keys.repeats() > 0) all.add("repeated entries, left out: " + keys.repeats());
        all.addAll(warnings);
        yield new Result.Given(raw.header().format(), feed, entries, all);
      }
    };
  }

  private Tagged tagged(Source source, Entry entry) {
    var verdict = rules.judge(source, entry, tagger.tag(source, entry), clock.instant());
    return new Tagged(entry, verdict.tags(), verdict.audience());
  }

  @Override
  public void close() {
    documents.close();
    rules.close();
  }
}
