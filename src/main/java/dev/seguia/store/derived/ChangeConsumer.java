package dev.seguia.store.derived;

import dev.seguia.store.derived.ChangeFeed.Batch;
import dev.seguia.store.derived.ChangeFeed.Wanted;
import dev.seguia.store.entry.ChangePosition;

/// Derives something from entries, and takes in their changes some time after the polls.
public interface ChangeConsumer {
  /// The position up to which it has durably taken in all changes; asked at the start, and again
  /// after a failure.
  ChangePosition reached();

  /// What it takes in.
  default Wanted wanted() {
    return Wanted.ALL;
  }

  /// Takes in changes.
  void take(Batch batch);

  /// Is told that it has caught up for now, once a second at least.
  void rest();

  /// Is told that no more is to come: what it put off is to be done now.
  void finish();
}
