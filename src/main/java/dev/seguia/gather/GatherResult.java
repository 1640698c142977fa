package dev.seguia.gather;

import dev.seguia.feed.RawFeed;
import dev.seguia.source.Source.Kind;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The outcome of reading the documents of a source.
public sealed interface GatherResult {
  /// Entries, as one feed.
  ///
  /// @param warnings what was wrong and was mended or left out, in plain words
  /// @param single all of it stands in the document that was fetched first: where that is as it
  ///   was, so is all
  /// @param kind what the document was found to be, where the list of sources does not say so
  /// @param elsewhere where the feed was found to which the source's page leads
  /// @param history the archives were followed as far as they go
  record Found(
      RawFeed feed,
      List<String> warnings,
      boolean single,
      Optional<Kind> kind,
      Optional<URI> elsewhere,
      boolean history)
      implements GatherResult {
    public Found {
      warnings = List.copyOf(warnings);
    }

    static Found single(RawFeed feed, List<String> warnings) {
      return new Found(feed, warnings, true, Optional.empty(), Optional.empty(), false);
    }

    Found as(Kind found) {
      return new Found(feed, warnings, single, Optional.of(found), elsewhere, history);
    }

    Found warned(String words) {
      return warned(List.of(words));
    }

    Found warned(List<String> before) {
      var all = new ArrayList<>(before);
      all.addAll(warnings);
      return new Found(feed, all, single, kind, elsewhere, history);
    }

    Found at(URI place) {
      return new Found(feed, warnings, false, kind, Optional.of(place), history);
    }
  }

  /// The document has changed, but none of the documents that it links to.
  record AsBefore() implements GatherResult {}

  /// Nothing that could be read.
  ///
  /// @param reason in plain words, on one line
  record Nothing(String reason) implements GatherResult {}
}
