package dev.seguia.gather;

import java.util.concurrent.Semaphore;

/// Where documents are read: a few at a time, and a large one alone.
///
/// A fetch waits for others, but a document that is read needs a core, and memory of thirty times
/// its size while it is a tree.
public final class ReadingRoom {
  /// In bytes.
  private static final int LARGE = 1 << 20;

  private final int places;
  private final Semaphore free;

  /// @param places how many documents are read at once
  ReadingRoom(int places) {
    this.places = places;
    // Fair: a large document waits until all places are free, and small ones may not pass it for
    // ever.
    this.free = new Semaphore(places, true);
  }

  /// Waits for a place.
  ///
  /// @param size of the document, in bytes
  public Place enter(int size) throws InterruptedException {
    var taken = size > LARGE ? places : 1;
    free.acquire(taken);
    return () -> free.release(taken);
  }

  /// A place that is taken, until it is closed.
  @FunctionalInterface
  public interface Place extends AutoCloseable {
    @Override
    void close();
  }
}
