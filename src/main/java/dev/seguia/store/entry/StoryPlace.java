package dev.seguia.store.entry;

import java.util.Optional;
import java.util.OptionalLong;

/// That an entry tells of an event which other entries may tell of, too.
///
/// @param story the place in the order of arrival of the first entry that told of it
/// @param score how well the entry goes with those before it, 0 to 1; 1 for the first one
public record StoryPlace(long story, double score) {
  /// From here on readers agree that it is one story: of what merely joined, one in five is wrong.
  public static final double SHOWN = 0.30;

  static Optional<StoryPlace> of(OptionalLong story, double score) {
    return story.isPresent()
        ? Optional.of(new StoryPlace(story.getAsLong(), score))
        : Optional.empty();
  }

  /// Whether it may be shown as one with the story's others.
  public boolean isShown() {
    return score >= SHOWN;
  }
}
