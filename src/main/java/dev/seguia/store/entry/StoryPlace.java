package dev.seguia.store.entry;

import java.util.Optional;
import java.util.OptionalLong;

/// The place of an entry in a story, with its score.
///
/// @param story the place in the order of arrival of the first entry that told of it
/// @param score how well the entry goes with those before it, 0 to 1; 1 for the first one
public record StoryPlace(long story, double score) {
  /// The minimum score to be shown as one story: of entries that merely joined, one in five is
  /// wrong.
  public static final double SHOWN = 0.30;

  static Optional<StoryPlace> of(OptionalLong story, double score) {
    return story.isPresent()
        ? Optional.of(new StoryPlace(story.getAsLong(), score))
        : Optional.empty();
  }

  /// Whether the score is high enough to be shown with the story's other entries.
  public boolean isShown() {
    return score >= SHOWN;
  }
}
