package dev.seguia.relate;

/// The terms of a story: of its only headline, or of all of them together.
sealed interface StoryTerms permits HeadlineVector, HeadlineSum {
  int size();

  /// One of the terms.
  ///
  /// @param at from 0 to below the size
  int term(int at);

  /// The maximum weight of a term, in all of the story's headlines together as a vector of length 1
  /// and in each.
  float heaviest();

  /// How well a headline fits, by its words alone.
  ///
  /// @param most a bound of its similarity to any headline, by the words that it shares
  /// @param least what counts; less may be told as 0
  double similarity(HeadlineWeights headline, double most, double least);

  /// Applies the new numbers of terms.
  ///
  /// @param numbers by the old ones; -1 for terms that are forgotten
  void renumber(int[] numbers);

  long bytes();
}
