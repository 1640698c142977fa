package dev.seguia.publish;

import dev.seguia.config.FeedCredit;
import dev.seguia.feed.Person;
import dev.seguia.text.TextWords;
import java.util.Collections;

/// Names the outlet of an entry where every reader shows it: many show an entry's author and title,
/// few its source.
///
/// @param outlet the title of the source, on one line; may be empty
record OutletCredit(FeedCredit place, String outlet) {

  /// An author with the outlet, unless the name holds it already.
  Person author(Person author) {
    if (place != FeedCredit.AUTHOR || outlet.isEmpty()) return author;
    if (author.name().isBlank()) return new Person(outlet, author.email(), author.uri());
    return isNamedIn(author.name())
        ? author
        : new Person(author.name() + " (" + outlet + ")", author.email(), author.uri());
  }

  /// A title after its outlet, unless it begins with that already. No title is made up.
  String title(String title) {
    if (place != FeedCredit.TITLE || outlet.isEmpty() || title.isBlank()) return title;
    return isAtTheBeginningOf(title) ? title : outlet + ": " + title;
  }

  private boolean isNamedIn(String name) {
    var words = TextWords.of(outlet);
    return words.isEmpty()
        ? name.contains(outlet)
        : Collections.indexOfSubList(TextWords.of(name), words) >= 0;
  }

  private boolean isAtTheBeginningOf(String title) {
    var words = TextWords.of(outlet);
    return words.isEmpty()
        ? title.startsWith(outlet)
        : Collections.indexOfSubList(TextWords.of(title), words) == 0;
  }
}
