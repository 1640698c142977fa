package dev.seguia.source;

import dev.seguia.feed.EntryTag;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// That a list of sources includes another one (OPML 2.0, *Inclusion*).
///
/// @param url as it stands there
/// @param line where it stands
/// @param folders around it, and its own name: they are tags of all that the list names
record Include(String url, int line, List<EntryTag> folders) {
  private static final Pattern WEB = Pattern.compile("^https?:", Pattern.CASE_INSENSITIVE);
  private static final Pattern FILE =
      Pattern.compile("^file:(?://(?:localhost)?)?(?=/)", Pattern.CASE_INSENSITIVE);

  Include {
    folders = List.copyOf(folders);
  }

  boolean isOnTheWeb() {
    return WEB.matcher(url).find();
  }

  /// The file that is meant; empty if it can be none.
  ///
  /// @param list the file that includes it
  Optional<Path> file(Path list) {
    try {
      return Optional.of(list.resolveSibling(FILE.matcher(url).replaceFirst("")));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
