package dev.seguia.store;

import dev.seguia.store.EntryChanges.Batch;
import dev.seguia.store.EntryChanges.Mark;

/// Someone who derives something from entries, and follows their changes behind the polls.
public interface Follower {
  /// Up to where it has taken in all changes for good; asked at the start, and again after a fault.
  Mark reached();

  /// Takes in changes.
  void take(Batch batch);

  /// Is told that it has caught up: what it put off is to be done now.
  void rest();
}
