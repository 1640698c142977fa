/// Runs write transactions, and caches what they need.
///
/// A [WriteSession] runs each change as a [WriteTransaction], which collects what entries it
/// changed. [ChangeLog] numbers the changes; [RevisionCounters] counts them for the feeds.
@NullMarked
package dev.seguia.store.session;

import org.jspecify.annotations.NullMarked;
