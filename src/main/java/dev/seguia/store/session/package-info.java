/// Runs the transactions that change the store, and keeps in memory what they need of it.
///
/// A [WriteSession] runs each change as a [WriteTransaction], which collects what entries it
/// changed. [ChangeLog] numbers the changes; [RevisionCounters] counts them for the feeds.
@NullMarked
package dev.seguia.store.session;

import org.jspecify.annotations.NullMarked;
