package dev.seguia.store.state;

/// How far a source's 304 is trusted. Some servers respond "not modified" for ever (for a document
/// that once had a date in the future, or from a cache that is never emptied), and only an
/// unconditional request detects it. Such a request is rare, and gets rarer while it finds nothing.
///
/// @param notModified 304s in a row since the document was last sent
/// @param patience so many of them are believed; none where the validators are known to stay as
///   they are while the document changes
public record Trust(int notModified, int patience) {
  private static final int LEAST = 4;
  private static final int MOST = 64;

  /// The trust in a source whose document was never sent again.
  public static Trust fresh() {
    return new Trust(0, LEAST);
  }

  /// Whether the next request is to be unconditional.
  ///
  /// @param sourceId spreads the sources, so that not all of a server are asked so at once
  public boolean isDoubtful(String sourceId) {
    return notModified >= patience + Math.floorMod(sourceId.hashCode(), patience / 2 + 1);
  }

  /// After an expected 304.
  Trust believed() {
    return new Trust(notModified + 1, patience);
  }

  /// After an unconditional request confirmed the 304s.
  Trust confirmed() {
    return new Trust(0, Math.clamp(patience * 2L, Math.min(patience, LEAST), MOST));
  }

  /// After the document was sent and had new entries.
  ///
  /// @param toldApart the validators are others than those of the document before
  /// @param hadDoubts the request was unconditional, in spite of the 304s
  Trust changed(boolean toldApart, boolean hadDoubts) {
    if (!toldApart) return new Trust(0, 0);
    return new Trust(0, hadDoubts ? LEAST : Math.max(patience, LEAST));
  }

  /// After the document was sent without new entries.
  Trust sent() {
    return new Trust(0, patience);
  }
}
