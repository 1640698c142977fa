/// The sources, and the state of their polls.
///
/// [SourceTable] has the rows of the sources in memory; [PollState] is what is remembered of a
/// source from poll to poll, [PollJournal] which polls were begun.
@NullMarked
package dev.seguia.store.state;

import org.jspecify.annotations.NullMarked;
