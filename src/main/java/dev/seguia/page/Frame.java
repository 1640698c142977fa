package dev.seguia.page;

/// The layout data that all pages share. Public for the templates alone.
///
/// @param root the way back to the base URL, as in `../`
/// @param isSearched whether there is a search to lead to
/// @param isIndexed whether search engines may keep the page
public record Frame(String root, boolean isSearched, boolean isIndexed) {
  /// From one level further down.
  Frame below() {
    return new Frame(root + "../", isSearched, isIndexed);
  }

  /// From anywhere.
  ///
  /// @param base the way to the base URL, with a slash at the end
  Frame at(String base) {
    return new Frame(base, isSearched, isIndexed);
  }

  /// The address of the front page.
  public String home() {
    return root.isEmpty() ? "./" : root;
  }
}
