/// Stores entries and source states in an embedded database.
///
/// Start at [EntryStore], [SourceStates] and [ArticlePages]: they are what other packages use.
/// Their parts are in the sub-packages. One poll is one transaction.
@NullMarked
package dev.seguia.store;

import org.jspecify.annotations.NullMarked;
