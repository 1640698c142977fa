/// Writes entries: what polls bring, and what an operator or the list of sources changes.
///
/// [EntryWriter] writes the entries of one [Poll]; [Splitting], [Retagging] and [Purge] change
/// those that are stored.
@NullMarked
package dev.seguia.store.arrival;

import org.jspecify.annotations.NullMarked;
