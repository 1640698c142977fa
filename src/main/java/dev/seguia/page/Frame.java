package dev.seguia.page;

/// The layout data that all pages share. Public for the templates alone.
///
/// @param root the way back to the base URL, as in `../`
/// @param isSearched whether there is a search to lead to
/// @param isIndexed whether search engines may keep the page
/// @param showsImages whether pages show the pictures of entries
public record Frame(String root, boolean isSearched, boolean isIndexed, boolean showsImages) {
  /// From one level further down.
  Frame below() {
    return new Frame(root + "../", isSearched, isIndexed, showsImages);
  }

  /// From anywhere.
  ///
  /// @param base the way to the base URL, with a slash at the end
  Frame at(String base) {
    return new Frame(base, isSearched, isIndexed, showsImages);
  }

  /// The address of the front page.
  public String home() {
    return root.isEmpty() ? "./" : root;
  }
}
