package dev.seguia.lists;

import dev.seguia.source.WebLists;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The local copies of lists on the web. Documents are in files and are read when needed: there may
/// be a hundred. A small copy that cannot be written, as on a full disk, is kept in memory while
/// the program runs; one that cannot be read is fetched again.
public final class ListStore implements WebLists {
  private static final Logger LOG = LoggerFactory.getLogger(ListStore.class);
  private static final int MOST_IN_MEMORY = 2 << 20;

  private final ListFiles files;
  private final Map<URI, HeldList> known = new ConcurrentHashMap<>();
  private final Map<URI, byte[]> unwritten = new ConcurrentHashMap<>();
  private final AtomicLong revision = new AtomicLong();

  private ListStore(ListFiles files) {
    this.files = files;
  }

  /// The copies in a data directory, which need not exist yet.
  public static ListStore in(Path data) {
    return new ListStore(new ListFiles(data.resolve("lists")));
  }

  @Override
  public Holding of(URI url) {
    var list = get(url);
    return list.held().isEmpty()
        ? new Holding(Optional.empty(), list.trouble())
        : new Holding(copy(url, list.held().get()), list.trouble());
  }

  private Optional<Copy> copy(URI url, HeldList.Held held) {
    try {
      var kept = Optional.ofNullable(unwritten.get(url));
      var document = kept.isPresent() ? kept.get() : files.document(url, held);
      return Optional.of(new Copy(held.location(), document, held.isPublic()));
    } catch (IOException e) {
      unreadable(url, e);
      known.put(url, HeldList.fresh(url));
      return Optional.empty();
    }
  }

  /// Grows with every change of a list or of its problem.
  public long revision() {
    return revision.get();
  }

  HeldList get(URI url) {
    return known.computeIfAbsent(url, this::read);
  }

  private HeldList read(URI url) {
    try {
      return files.read(url).orElseGet(() -> HeldList.fresh(url));
    } catch (IOException e) {
      unreadable(url, e);
      return HeldList.fresh(url);
    }
  }

  private static void unreadable(URI url, IOException e) {
    LOG.atWarn()
        .addKeyValue("list", url)
        .addKeyValue("reason", e)
        .log("saved copy of an included web list cannot be read: fetching the list again");
  }

  /// Stores the new state of a list.
  ///
  /// @param newer its document, where that is another one
  void put(HeldList list, Optional<byte[]> newer) {
    var before = get(list.url());
    known.put(list.url(), list);
    try {
      files.write(list, newer.or(() -> Optional.ofNullable(unwritten.get(list.url()))), before);
      unwritten.remove(list.url());
    } catch (IOException e) {
      unwritten(list, newer, before, e);
    }
    if (!list.saysAs(before)) revision.incrementAndGet();
  }

  private void unwritten(
      HeldList list, Optional<byte[]> newer, HeldList before, IOException reason) {
    var room = MOST_IN_MEMORY - unwritten.values().stream().mapToInt(bytes -> bytes.length).sum();
    var isKept = newer.isEmpty() || newer.get().length <= room;
    if (isKept) newer.ifPresent(document -> unwritten.put(list.url(), document));
    else known.put(list.url(), before.asked(list.asked(), Optional.empty()));
    LOG.atWarn()
        .addKeyValue("list", list.url())
        .addKeyValue("reason", reason)
        .log(
            isKept
                ? "included web list could not be saved: kept in memory until the program ends"
                : "included web list could not be saved: keeping the previous version");
  }

  /// Deletes all other lists, which are no longer included. Call this before any are requested.
  public void keepOnly(Collection<URI> urls) {
    known.keySet().retainAll(urls);
    unwritten.keySet().retainAll(urls);
    try {
      files.keepOnly(urls);
    } catch (IOException e) {
      LOG.atWarn()
          .addKeyValue("reason", e)
          .log("old copies of included web lists could not be deleted");
    }
  }
}
