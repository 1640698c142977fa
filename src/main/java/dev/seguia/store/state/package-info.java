/// The sources and their poll states.
///
/// [SourceTable] has the rows of the sources in memory; [PollState] is what is remembered of a
/// source from poll to poll, [PollJournal] which polls were begun.
@NullMarked
package dev.seguia.store.state;

import org.jspecify.annotations.NullMarked;
