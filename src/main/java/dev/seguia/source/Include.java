package dev.seguia.source;

import dev.seguia.feed.EntryTag;
import java.util.List;

/// An inclusion of another list (OPML 2.0, *Inclusion*).
///
/// @param url as it stands there
/// @param line where it stands
/// @param folders around it, and its own name: they are tags of all that the list names
record Include(String url, int line, List<EntryTag> folders) {
  Include {
    folders = List.copyOf(folders);
  }
}
