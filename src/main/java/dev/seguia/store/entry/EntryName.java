package dev.seguia.store.entry;

import dev.seguia.store.database.LookupHash;
import dev.seguia.store.database.Transaction;
import java.util.Optional;
import java.util.UUID;

/// The names by which people can refer to an entry.
public final class EntryName {
  private static final String BY_ID = "select seq from entry where uid_hash = ?";
  private static final String BY_LINK =
      """
      select e.seq as seq from entry e where e.link = ?
      union all select s.seq from sighting s where s.link = ? or s.entry_id = ?
      order by 1 fetch first 1 rows only\
      """;

  private EntryName() {}

  /// The permanent name of an entry in the addresses of its pages: 32 digits.
  public static String of(StoredEntry entry) {
    return LookupHash.of(entry.id()).toString().replace("-", "");
  }

  /// Whether a text has the form of such a name.
  public static boolean isOne(String text) {
    return text.matches("[0-9a-f]{32}");
  }

  public static Optional<Long> seq(Transaction transaction, String name) {
    return byHash(transaction, LookupHash.of(name))
        .or(() -> ofPage(name).flatMap(hash -> byHash(transaction, hash)))
        .or(() -> transaction.first(BY_LINK, row -> row.number("seq"), name, name, name));
  }

  private static Optional<Long> byHash(Transaction transaction, UUID hash) {
    return transaction.first(BY_ID, row -> row.number("seq"), hash);
  }

  /// Of the page's whole address, or of its last part.
  private static Optional<UUID> ofPage(String name) {
    var last = name.substring(name.lastIndexOf('/') + 1);
    if (!isOne(last)) return Optional.empty();
    return Optional.of(
        new UUID(
            Long.parseUnsignedLong(last.substring(0, 16), 16),
            Long.parseUnsignedLong(last.substring(16), 16)));
  }
}
