/// Brings a document over HTTP, politely and only when it has changed.
///
/// Start at [Fetcher]. What the world does is a [FetchResult]; nothing of it is thrown.
@NullMarked
package dev.seguia.fetch;

import org.jspecify.annotations.NullMarked;
