/// Keeps entries and poll states in H2.
///
/// Start at [Database]; [EntryStore] and [PollStateStore] work on it. One poll is one transaction.
@NullMarked
package dev.seguia.store;

import org.jspecify.annotations.NullMarked;
