package dev.seguia.poll;

import dev.seguia.dedup.DocumentKeys;
import dev.seguia.dedup.EntryKey;
import dev.seguia.dedup.Fingerprint;
import dev.seguia.dedup.IncomingEntry;
import dev.seguia.dedup.MergeScope;
import dev.seguia.dedup.SharedKeys;
import dev.seguia.feed.Feed;
import dev.seguia.feed.LinkRules;
import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import dev.seguia.normalise.Normaliser;
import dev.seguia.source.Source;
import dev.seguia.store.EntryStore;
import dev.seguia.store.arrival.ArticlePart;
import dev.seguia.store.arrival.Poll;
import dev.seguia.store.state.PollState;
import dev.seguia.tag.Tagger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Turns a document into its new and changed entries, cleaned and tagged.
///
/// Most polls bring a document of which nearly all entries are known: those are told by the hash of
/// what the source wrote, and neither cleaned nor compared.
public final class EntryReading {
  /// In characters, of all warnings together.
  private static final int LONGEST_WARNING = 2_000;

  private final Normaliser normaliser;
  private final Tagger tagger;
  private final EntryRules rules;
  private final MergeScope reach;

  /// @param reach among whose entries those of a source may be found again
  public EntryReading(Normaliser normaliser, Tagger tagger, EntryRules rules, MergeScope reach) {
    this.normaliser = normaliser;
    this.tagger = tagger;
    this.rules = rules;
    this.reach = reach;
  }

  /// The entries of a document that are not in the store yet.
  ///
  /// @param keys of all entries in the document
  /// @param ofOneLink those of them that tell entries apart which share even their link
  /// @param shared keys that name no entry of the source
  /// @param repeats how many entries of the document say what another one says
  /// @param purged how many entries of the document were purged before
  /// @param arrivals those that are new or changed, in the order of the document
  /// @param warnings what of the document was not as it should be
  /// @param isNews some of them are new
  public record Reading(
      Feed.Header header,
      LinkRules linkRules,
      Set<EntryKey> keys,
      Set<EntryKey> ofOneLink,
      SharedKeys shared,
      int repeats,
      int purged,
      List<IncomingEntry> arrivals,
      List<String> warnings,
      boolean isNews,
      MergeScope reach) {
    public Reading {
      keys = Set.copyOf(keys);
      ofOneLink = Set.copyOf(ofOneLink);
      arrivals = List.copyOf(arrivals);
      warnings = List.copyOf(warnings);
    }

    /// The warnings on one line.
    public Optional<String> warning() {
      return warnings.stream()
          .reduce((some, more) -> some + "; " + more)
          .map(all -> all.substring(0, Math.min(LONGEST_WARNING, all.length())));
    }

    /// The part of a poll that is to be stored.
    ///
    /// @param before the state of the source's polls up to now
    /// @param state of the source's polls from now on
    public Poll poll(Source source, PollState before, PollState state, Instant now) {
      return new Poll(
          source.id(),
          source.url(),
          header,
          keys,
          ofOneLink,
          arrivals,
          ArticlePart.wantedBy(source.settings()),
          reach,
          before,
          state,
          now);
    }
  }

  /// Reads a document of a source.
  ///
  /// @param before the state of the source's polls up to now
  public Reading read(
      Source source, RawFeed document, PollState before, EntryStore entries, Instant now) {
    var keys = DocumentKeys.of(document, before.known().shared());
    var known = entries.known(source.id(), keys.candidates());
    var raw = keys.entries(known.seen());
    var learnt = normaliser.learn(document, before.linkRules());
    var arrivals = new ArrayList<IncomingEntry>();
    raw.forEach((key, entry) -> {
      var all = Fingerprint.ofAll(entry);
      if (!known.isSettled(key, all))
        arrivals.add(arrival(source, document, learnt, key, all, entry, entries, now));
    });
    var isNews = arrivals.stream().anyMatch(arrival -> known.isNew(arrival.key()));
    return new Reading(
        normaliser.header(document),
        learnt,
        raw.keySet(),
        keys.ofOneLink(known.seen()),
        keys.shared(),
        document.entries().size() - raw.size(),
        (int) raw.keySet().stream().filter(known.buried()::contains).count(),
        arrivals,
        Stream.concat(document.unreadDates().stream(), keys.warnings().stream()).toList(),
        isNews,
        reach(source));
  }

  /// Whether a source has brought none of a document's entries before.
  ///
  /// @param before the state of the source's polls up to now
  public boolean isNew(Source source, RawFeed document, PollState before, EntryStore entries) {
    var keys = DocumentKeys.of(document, before.known().shared());
    return entries.known(source.id(), keys.candidates()).areNone();
  }

  private MergeScope reach(Source source) {
    return source.settings().apart() ? MergeScope.OWN_SOURCE : reach;
  }

  private IncomingEntry arrival(
      Source source,
      RawFeed document,
      LinkRules linkRules,
      EntryKey key,
      Fingerprint all,
      RawEntry raw,
      EntryStore entries,
      Instant now) {
    var entry = normaliser.entry(document, raw, linkRules, source.settings().language());
    var verdict = rules.judge(source, entry, tagger.tag(source, entry, entries::isKnown), now);
    return IncomingEntry.of(key, all, entry, verdict.tags(), verdict.audience());
  }
}
