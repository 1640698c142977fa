package dev.seguia.page;

import dev.seguia.feed.EntryTag;
import dev.seguia.feed.TagExpression;
import dev.seguia.publish.Publisher;
import dev.seguia.relate.RelatedTag;

/// A tag, and the address of its page. Public for the templates alone.
///
/// @param address seen from the base URL
public record TagLink(String label, String address) {
  static TagLink of(EntryTag tag) {
    return new TagLink(tag.label(), address(TagExpression.of(tag.tag())));
  }

  static TagLink of(RelatedTag tag) {
    return new TagLink(tag.label(), address(TagExpression.of(tag.tag())));
  }

  /// Where the page of an expression lies.
  static String address(TagExpression expression) {
    return Publisher.page(expression);
  }
}
