package dev.seguia.publish;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An LRU cache of published documents, bounded in bytes. A document is valid for one revision of
/// its content.
public final class DocumentCache {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentCache.class);

  private final long mostBytes;
  private final Map<Object, Slot> slots = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  public DocumentCache(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /// Gets a document; builds it if there is none of this revision, once for all who wait. If
  /// building fails, the previous version is served (stale).
  ///
  /// @param revision grows with every change; to be read before what the document is made of
  public Optional<PublishedDocument> get(
      Object key, long revision, Supplier<Optional<PublishedDocument>> build) {
    var slot = slot(key);
    var kept = slot.kept;
    if (kept != null && kept.revision == revision) return Optional.of(kept.document);
    return slot.rebuild(key, revision, build);
  }

  /// The cached document, if it is of this revision. Nothing is built or waited for.
  public Optional<PublishedDocument> kept(Object key, long revision) {
    var slot = known(key);
    var kept = slot == null ? null : slot.kept;
    return kept == null || kept.revision != revision
        ? Optional.empty()
        : Optional.of(kept.document);
  }

  private @Nullable Slot known(Object key) {
    synchronized (slots) {
      return slots.get(key);
    }
  }

  long mostBytes() {
    return mostBytes;
  }

  long bytes() {
    synchronized (slots) {
      return bytes;
    }
  }

  private Slot slot(Object key) {
    synchronized (slots) {
      return slots.computeIfAbsent(key, absent -> new Slot());
    }
  }

  /// Books the bytes of a slot that has changed, and makes room.
  private void weigh(Object key, Slot slot) {
    synchronized (slots) {
      if (slots.get(key) != slot) return; // another request has pushed it out meanwhile
      bytes += slot.size() - slot.booked;
      slot.booked = slot.size();
      if (slot.kept == null) slots.remove(key);
      evict();
    }
  }

  private void evict() {
    Iterator<Slot> oldest = slots.values().iterator();
    while (bytes > mostBytes && slots.size() > 1 && oldest.hasNext()) {
      bytes -= oldest.next().booked;
      oldest.remove();
    }
  }

  private record Kept(long revision, PublishedDocument document) {}

  private final class Slot {
    private volatile @Nullable Kept kept;
    private long booked; // guarded by slots

    private synchronized Optional<PublishedDocument> rebuild(
        Object key, long revision, Supplier<Optional<PublishedDocument>> build) {
      var before = kept;
      if (before != null && before.revision >= revision) return Optional.of(before.document);
      try {
        var built = build.get();
        var document = before == null ? built : built.map(next -> next.after(before.document));
        kept = document.map(next -> new Kept(revision, next)).orElse(null);
        return document;
      } catch (RuntimeException e) {
        if (before == null) throw e;
        // a feed is served on, stale, while the store cannot be read
        LOG.atWarn()
            .addKeyValue("document", key)
            .setCause(e)
            .log("rebuilding a feed failed: serving the previous version");
        return Optional.of(before.document);
      } finally {
        weigh(key, this);
      }
    }

    private long size() {
      var document = kept;
      return document == null ? 0 : document.document.size();
    }
  }
}
