package dev.seguia.dedup;

import dev.seguia.dedup.EntryChange.Edited;
import dev.seguia.dedup.EntryChange.Left;
import dev.seguia.dedup.EntryChange.Moved;
import dev.seguia.dedup.EntryChange.New;
import dev.seguia.dedup.EntryChange.Returned;
import dev.seguia.dedup.EntryChange.ReusedId;
import dev.seguia.dedup.EntryChange.SameContent;
import dev.seguia.dedup.EntryChange.SameLink;
import dev.seguia.dedup.EntryChange.SameOrigin;
import dev.seguia.dedup.EntryChange.SameText;
import dev.seguia.dedup.EntryChange.Touched;
import dev.seguia.feed.Entry;
import dev.seguia.text.Fold;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Decides what an arriving entry is: new, already known, or a change of a known one.
public final class Deduplicator {
  /// A link that this many entries of different titles share is a front page or a topic, not an
  /// entry.
  private static final int MOST_TITLES_OF_A_LINK = 3;

  /// Below this share of common words two titles speak of different things.
  private static final double SAME_SUBJECT = 0.2;

  /// A series whose parts all bear one title and one summary, as `The best photos` does, has a new
  /// one every day; what moved to another section of the site comes again within hours.
  private static final Duration POSTED_AGAIN = Duration.ofHours(6);

  private static final Pattern ARTICLE_NUMBER =
      Pattern.compile("(?<![\\p{L}\\p{N}])(?=\\p{L}*\\d)[\\p{L}\\d]{4,}(?![\\p{L}\\p{N}])");

  private static final Pattern DATE = Pattern.compile("(19|20)\\d\\d([01]\\d[0-3]\\d)?");

  private final Optional<SameArticle> sameArticle;
  private final Duration window;

  /// @param reach among whose entries those of a source may be found again
  public Deduplicator(MergeScope reach) {
    window = reach instanceof MergeScope.AllSources(var apart) ? apart : Duration.ZERO;
    sameArticle = window.isZero() ? Optional.empty() : Optional.of(new SameArticle(window));
  }

  /// The stored entries that an arriving entry may equal.
  ///
  /// @param byKey the entry that the source carries under the same key
  /// @param joined how it came to be carried under that key, where the entry was not made of it
  /// @param byLink the entries with the same key of their link, oldest first, save those that stand
  ///   in the polled document under a key of their own; where there is one by key, only other
  ///   entries of the same source
  /// @param own the numbers of those of them that the source carries already
  /// @param byOrigin the entry that an aggregator names, which has the id and is carried by the
  ///   source that it names
  /// @param byContent the entries of the same source with the same date and substance
  /// @param byDate the entries of the same source with the same date, which no longer stand in the
  ///   polled document
  /// @param byText what came lately and shares a key of its text, with the arriving copy it is to
  ///   be compared with; save those that stand in the polled document under a key of their own
  public record DedupContext(
      Optional<KnownEntry> byKey,
      Optional<Joined> joined,
      List<KnownEntry> byLink,
      Set<Long> own,
      Optional<KnownEntry> byOrigin,
      List<KnownEntry> byContent,
      List<KnownEntry> byDate,
      Optional<Candidates> byText) {
    public DedupContext {
      byLink = List.copyOf(byLink);
      own = Set.copyOf(own);
      byContent = List.copyOf(byContent);
      byDate = List.copyOf(byDate);
    }

    /// The stored entry that the source carries under the same key.
    ///
    /// @param others entries of the source that have the same key of their link
    public static DedupContext byKey(
        KnownEntry before, Optional<Joined> joined, List<KnownEntry> others) {
      return new DedupContext(
          Optional.of(before),
          joined,
          others,
          Set.of(),
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty());
    }

    public static DedupContext nothing() {
      return new DedupContext(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Set.of(),
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty());
    }
  }

  /// An earlier merge of a source's key into an entry.
  ///
  /// @param title the entry's, as it is published
  /// @param byWords it joined for what it said then
  /// @param instead the entry was made of what the same source had under another key, which no
  ///   longer stands in the document
  public record Joined(String title, boolean byWords, boolean instead) {}

  /// Copies that the arriving one may duplicate.
  public record Candidates(Copy arriving, List<KnownCopy> known) {
    public Candidates {
      known = List.copyOf(known);
    }
  }

  public EntryChange decide(IncomingEntry arrival, DedupContext known) {
    return known
        .byKey()
        .map(before -> again(arrival, before, known))
        .or(() -> known.byOrigin().<EntryChange>map(SameOrigin::new))
        .or(() -> sameLink(arrival, known).<EntryChange>map(SameLink::new))
        .or(() -> known.byContent().stream().findFirst().<EntryChange>map(SameContent::new))
        .or(() -> reissued(arrival, known.byDate()).<EntryChange>map(SameContent::new))
        .or(() -> known.byText().flatMap(this::sameText))
        .orElseGet(New::new);
  }

  private static EntryChange again(IncomingEntry arrival, KnownEntry before, DedupContext known) {
    if (arrival.substance().equals(before.substance())) return new Touched(before);
    if (!isOfAnother(arrival.entry(), before))
      return known
          .joined()
          .map(joined -> rewritten(arrival.entry(), before, joined))
          .orElseGet(() -> new Edited(before));
    return sameLink(arrival, known)
        .<EntryChange>map(returned ->
            new Returned(before, returned, !arrival.substance().equals(returned.substance())))
        .orElseGet(
            () -> isNoEarlier(arrival.entry(), before) ? new ReusedId(before) : new Edited(before));
  }

  /// A report under way may get headline after headline: as long as it was the entry's own it takes
  /// the entry along, else it leaves once it has nothing in common with the entry.
  private static EntryChange rewritten(Entry entry, KnownEntry before, Joined joined) {
    if (joined.instead()) return new Moved(before);
    var other = joined.byWords() && overlap(entry.title(), joined.title()) < SAME_SUBJECT;
    return other ? new Left(before) : new Edited(before);
  }

  /// Of two articles that bear one id in turn, the later one is the new one.
  private static boolean isNoEarlier(Entry entry, KnownEntry before) {
    return entry.published().filter(date -> !date.isAfter(before.published())).isEmpty();
  }

  /// A headline may be rewritten and an address may change with it, but an address that shares no
  /// number with the old one, under another headline, is another entry's. So is what is published
  /// hours later and has no page of its own: some sources have one id for each day's news.
  private static boolean isOfAnother(Entry entry, KnownEntry before) {
    if (overlap(entry.title(), before.title()) >= SAME_SUBJECT) return false;
    var moved = entry.linkKey().isPresent() && !entry.linkKey().equals(before.linkKey());
    return moved
        ? Collections.disjoint(
            numbers(entry.linkKey().orElse("")), numbers(before.linkKey().orElse("")))
        : entry.linkKey().filter(Deduplicator::namesOnePage).isEmpty()
            && isPostedLater(entry, before);
  }

  private static boolean isPostedLater(Entry entry, KnownEntry before) {
    return entry
        .published()
        .filter(date -> date.isAfter(before.published().plus(POSTED_AGAIN)))
        .isPresent();
  }

  /// The parts of an address that name an article in the site's own books, as in
  /// `/news/414708/slug` or `slug-p54lvd.html`. A date names none.
  private static Set<String> numbers(String linkKey) {
    return ARTICLE_NUMBER
        .matcher(linkKey)
        .results()
        .map(MatchResult::group)
        .filter(part -> !DATE.matcher(part).matches())
        .collect(Collectors.toSet());
  }

  private static Optional<KnownEntry> sameLink(IncomingEntry arrival, DedupContext known) {
    var entry = arrival.entry();
    if (entry.linkKey().filter(Deduplicator::namesOnePage).isEmpty()) return Optional.empty();
    var titles = new HashSet<String>();
    known.byLink().forEach(sharer -> titles.add(Fold.fold(sharer.title())));
    if (titles.size() > MOST_TITLES_OF_A_LINK) return Optional.empty();
    var title = Fold.fold(entry.title());
    var sharers =
        known.byLink().stream()
            .filter(sharer -> !known.own().contains(sharer.seq()) || isLike(arrival, sharer))
            .toList();
    return sharers.stream()
        .filter(sharer -> Fold.fold(sharer.title()).equals(title))
        .findFirst()
        .or(() -> sharers.stream().findFirst());
  }

  /// What one source brings under another id and another headline is another entry, though the link
  /// is the same, unless it bears the same date.
  private static boolean isLike(IncomingEntry arrival, KnownEntry own) {
    return overlap(arrival.entry().title(), own.title()) >= SAME_SUBJECT
        || arrival.substance().equals(own.substance())
        || arrival.entry().date().equals(Optional.of(own.published()));
  }

  /// The entry that a source gives another id and another link: it bears the same title and the
  /// same date to the second, and is gone from the document under its old ones. A date without a
  /// time of day says little: the words have to be the same then, or the link.
  private static Optional<KnownEntry> reissued(IncomingEntry arrival, List<KnownEntry> byDate) {
    var entry = arrival.entry();
    var title = Fold.fold(entry.title());
    return byDate.stream()
        .filter(known ->
            arrival.substance().equals(known.substance())
                || (!title.isEmpty()
                    && title.equals(Fold.fold(known.title()))
                    && (entry.published().filter(Deduplicator::hasTimeOfDay).isPresent()
                        || entry.linkKey().equals(known.linkKey()))))
        .findFirst();
  }

  private static boolean hasTimeOfDay(Instant date) {
    return !date.equals(date.truncatedTo(ChronoUnit.DAYS));
  }

  /// The entry seen first, where there are several.
  private Optional<EntryChange> sameText(Candidates candidates) {
    return candidates.known().stream()
        .flatMap(known -> sameText(candidates.arriving(), known).stream())
        .min(Comparator.comparingLong(same -> same.before().seq()))
        .map(EntryChange.class::cast);
  }

  private Optional<SameText> sameText(Copy arriving, KnownCopy known) {
    if (!isComparable(arriving, known)) return Optional.empty();
    return sameArticle
        .flatMap(rules -> rules.compare(arriving, known.copy()))
        .map(match -> new SameText(known.entry(), match));
  }

  /// Copy after copy an entry must not grow older than the window; and a source that carries the
  /// entry already may post it again, but what it says in like words is another article.
  private boolean isComparable(Copy arriving, KnownCopy known) {
    var age = Duration.between(known.entry().published(), arriving.date()).abs();
    return known.copy().source().equals(arriving.source())
        ? age.compareTo(POSTED_AGAIN) <= 0
        : age.compareTo(window) <= 0 && !known.carriers().contains(arriving.source());
  }

  /// A key is a host and a path, without the scheme: `example.org/a`.
  public static boolean namesOnePage(String linkKey) {
    var path = linkKey.indexOf('/');
    return linkKey.indexOf('?') >= 0 || (path >= 0 && path < linkKey.length() - 1);
  }

  private static double overlap(String one, String other) {
    var words = words(one);
    var others = words(other);
    if (words.isEmpty() || others.isEmpty()) return words.equals(others) ? 1 : 0;
    var common = new HashSet<>(words);
    common.retainAll(others);
    return (double) common.size() / (words.size() + others.size() - common.size());
  }

  private static Set<String> words(String title) {
    var words = new HashSet<>(Arrays.asList(Fold.fold(title).split("[^\\p{L}\\p{N}]+", 0)));
    words.remove("");
    return words;
  }
}
