/// Delivers changes of entries to derived data (asynchronously), and stores the stories of entries.
///
/// A [ChangeConsumer] takes in the [ChangeFeed]; [ChangeDelivery] runs it in a thread of its own.
/// [RelationStore] keeps the stories.
@NullMarked
package dev.seguia.store.derived;

import org.jspecify.annotations.NullMarked;
