package dev.seguia.store.arrival;

import dev.seguia.dedup.IncomingEntry;
import dev.seguia.dedup.KnownEntry;
import dev.seguia.store.database.Transaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Recognises a source that publishes its whole archive again under new ids, and maybe other links
/// and dates, as sites do after a migration: these entries are not new.
final class ReissuedArchive {
  /// A document of fewer entries is replaced by the day's news often enough.
  private static final int LEAST = 5;

  private final Map<UUID, KnownEntry> bySubstance = new HashMap<>();

  /// Looks for one in a document of which no key is known.
  static ReissuedArchive in(Transaction transaction, Poll poll, int source) {
    var archive = new ReissuedArchive();
    if (poll.before().lastSuccess().isEmpty() || poll.arrivals().size() < LEAST) return archive;
    archive.read(transaction, poll.arrivals(), source);
    return archive;
  }

  static ReissuedArchive none() {
    return new ReissuedArchive();
  }

  private void read(Transaction transaction, List<IncomingEntry> arrivals, int source) {
    var substances =
        arrivals.stream()
            .map(arrival -> arrival.substance().hash())
            .distinct()
            .toArray(UUID[]::new);
    for (var entry : SameWords.of(transaction, source, substances))
      bySubstance.putIfAbsent(entry.substance().hash(), entry);
    // A few that are alike are parts of a series.
    if (bySubstance.size() * 2 < substances.length) bySubstance.clear();
  }

  /// The entry that an arriving one was before.
  Optional<KnownEntry> entry(IncomingEntry arrival) {
    return Optional.ofNullable(bySubstance.get(arrival.substance().hash()));
  }
}
