/// Writes entries: from polls, operators and changes of the list of sources.
///
/// [EntryWriter] writes the entries of one [Poll]; [Splitting], [Retagging] and [Purge] change
/// those that are stored.
@NullMarked
package dev.seguia.store.arrival;

import org.jspecify.annotations.NullMarked;
