package dev.seguia.parse;

import dev.seguia.feed.Person;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jdom2.Element;
import org.jdom2.Namespace;

/// A person construct of Atom (RFC 4287 section 3.2).
final class AtomPerson {
  private static final Namespace ATOM = FeedNamespace.ATOM.namespace();

  private AtomPerson() {}

  static Element author(Person person) {
    var author =
        new Element("author", ATOM).addContent(new Element("name", ATOM).setText(person.name()));
    person.email().ifPresent(email -> author.addContent(new Element("email", ATOM).setText(email)));
    person.uri().ifPresent(uri -> author.addContent(new Element("uri", ATOM).setText(uri)));
    return author;
  }

  /// The person of `author`, whose parts may be left out or be all in one text.
  static Optional<Person> of(Element element, URI outer) {
    var base = LinkResolver.base(element, outer);
    String name = element.getChildren().isEmpty() ? element.getText() : null;
    String email = null;
    Optional<String> uri = Optional.empty();
    for (var child : element.getChildren())
      switch (child.getName().toLowerCase(Locale.ROOT)) {
        case "name" -> name = child.getValue();
        case "email" -> email = child.getValue();
        case "uri", "url", "homepage" ->
            uri = LinkResolver.resolve(LinkResolver.base(child, base), child.getValue());
        default -> {
          // portraits and the like
        }
      }
    return PersonLine.of(name, email, uri);
  }
}
