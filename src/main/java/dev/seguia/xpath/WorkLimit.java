package dev.seguia.xpath;

/// Limits the work of all evaluations on one page, since strangers can write a page and an
/// expression that together take hours.
final class WorkLimit {
  /// About two seconds.
  private static final long MOST = 20_000_000;

  /// Copying or converting so many characters is as much work as visiting a node.
  private static final int CHARACTERS = 4;

  /// So is comparing so many.
  private static final int COMPARISONS = 64;

  private long done;

  /// Counts work.
  ///
  /// @param units one for each node that is visited
  /// @throws XPathLimitException if it is too much
  void spend(long units) {
    done += units;
    if (done > MOST)
      throw new XPathLimitException("the XPath expressions are too much work on this page");
  }

  void spendOnText(int characters) {
    spend(1 + characters / CHARACTERS);
  }

  /// Counts the work of finding a text in another, if all goes badly.
  void spendOnSearch(long characters, long sought) {
    spend(characters * sought / COMPARISONS);
  }
}
