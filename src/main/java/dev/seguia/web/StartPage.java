package dev.seguia.web;

import dev.seguia.feed.TagExpression;
import dev.seguia.publish.FeedFormat;
import dev.seguia.publish.Publisher;
import dev.seguia.store.EntryStore;
import dev.seguia.store.StoredTag;
import java.util.List;
import java.util.stream.Stream;

/// What the start page shows. Public for its template alone.
public final class StartPage {
  /// A longer table helps no one; the OPML list has all.
  private static final int MOST_ROWS = 500;

  private final Messages messages;
  private final List<FeedFormat> formats;
  private final List<Row> tags;
  private final Row everything;
  private final boolean isSearched;

  StartPage(Messages messages, List<FeedFormat> formats, EntryStore store, boolean isSearched) {
    this.messages = messages;
    this.isSearched = isSearched;
    this.formats = formats;
    this.tags = store.tags().stream().filter(tag -> tag.entries() > 0).map(this::row).toList();
    this.everything =
        new Row(messages.say("start.all"), messages.number(store.count()), TagExpression.all());
  }

  /// A feed of the list.
  ///
  /// @param count how many entries there are, as the page's language writes it
  public record Row(String label, String count, TagExpression expression) {
    /// Where the feed lies, seen from the start page.
    public String address(FeedFormat format) {
      return Publisher.path(expression, format);
    }
  }

  /// Whether there is a search to lead to.
  public boolean isSearched() {
    return isSearched;
  }

  public Messages words() {
    return messages;
  }

  public String language() {
    return messages.language();
  }

  public String direction() {
    return messages.direction();
  }

  public String say(String key) {
    return messages.say(key);
  }

  public List<FeedFormat> formats() {
    return formats;
  }

  public Row everything() {
    return everything;
  }

  public List<Row> rows() {
    return Stream.concat(Stream.of(everything), tags.stream()).limit(MOST_ROWS + 1L).toList();
  }

  public boolean isEmpty() {
    return tags.isEmpty();
  }

  public boolean hasMore() {
    return tags.size() > MOST_ROWS;
  }

  private Row row(StoredTag tag) {
    return new Row(tag.label(), messages.number(tag.entries()), TagExpression.of(tag.tag()));
  }
}
