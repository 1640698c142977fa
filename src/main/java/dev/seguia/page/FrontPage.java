package dev.seguia.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The data of the front page. Public for its template alone.
///
/// @param tags recently used tags, most used first
/// @param stories the newest ones, one line each
public record FrontPage(
    Messages words,
    Frame frame,
    Subscription subscription,
    List<TagLink> tags,
    List<StoryLine> stories) {
  public FrontPage {
    tags = List.copyOf(tags);
    stories = List.copyOf(stories);
  }

  /// A story in one line.
  ///
  /// @param address of the page of the entry that stands for it, seen from the base URL
  /// @param title may be empty
  /// @param outlets the first sources that tell it
  /// @param moreOutlets how many more there are
  /// @param published the newest of its entries
  public record StoryLine(
      String address,
      List<Piece> title,
      Optional<String> language,
      List<String> outlets,
      int moreOutlets,
      Instant published) {
    public StoryLine {
      title = List.copyOf(title);
      outlets = List.copyOf(outlets);
    }

    public String direction() {
      return Direction.of(language);
    }

    public boolean hasTitle() {
      return !title.isEmpty();
    }
  }
}
