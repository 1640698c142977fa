package dev.seguia.store.derived;

import dev.seguia.store.derived.ChangeFeed.Batch;
import dev.seguia.store.derived.ChangeFeed.Wanted;
import dev.seguia.store.entry.ChangePosition;

/// A consumer of entry changes, which derives data from them asynchronously.
public interface ChangeConsumer {
  /// The position up to which it has durably processed all changes; read at the start, and again
  /// after a failure.
  ChangePosition reached();

  /// The kinds of changes that it wants.
  default Wanted wanted() {
    return Wanted.ALL;
  }

  /// Processes a batch of changes.
  void take(Batch batch);

  /// Called when it has caught up, at least once a second.
  void rest();

  /// Called at the end: deferred work is to be done now.
  void finish();
}
