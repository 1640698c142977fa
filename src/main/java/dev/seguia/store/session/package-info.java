/// Runs the transactions that change entries, and tells which entries they changed.
///
/// [ChangeLog] numbers the changes; [RevisionCounters] counts them for the feeds.
@NullMarked
package dev.seguia.store.session;

import org.jspecify.annotations.NullMarked;
