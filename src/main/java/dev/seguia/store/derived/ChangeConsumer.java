package dev.seguia.store.derived;

import dev.seguia.store.derived.ChangeFeed.Batch;
import dev.seguia.store.derived.ChangeFeed.Wanted;
import dev.seguia.store.entry.ChangePosition;

/// Someone who derives something from entries, and follows their changes behind the polls.
public interface ChangeConsumer {
  /// Up to where it has taken in all changes for good; asked at the start, and again after a fault.
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
