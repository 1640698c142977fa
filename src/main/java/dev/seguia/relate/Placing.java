package dev.seguia.relate;

/// The reusable working memory for assigning headlines to stories, in any language.
record Placing(HeadlineFeatures features, HeadlineWeights weights, Candidates candidates) {
  /// @param seed of the hashes of words
  Placing(long seed) {
    this(new HeadlineFeatures(seed), new HeadlineWeights(), new Candidates());
  }

  /// Releases the memory that was only needed for many terms and stories.
  void release() {
    weights.release();
    candidates.release();
  }

  long bytes() {
    return features.bytes() + weights.bytes() + candidates.bytes();
  }
}
