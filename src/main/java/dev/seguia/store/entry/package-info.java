/// Reads entries.
///
/// [Selection] picks the entries of a tag expression, [EntryReader] reads them whole, as
/// [StoredEntry].
@NullMarked
package dev.seguia.store.entry;

import org.jspecify.annotations.NullMarked;
