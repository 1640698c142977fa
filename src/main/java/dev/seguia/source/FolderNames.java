package dev.seguia.source;

import dev.seguia.feed.Tag;
import dev.seguia.feed.TagExpression;
import dev.seguia.text.Fold;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Checks the folder names of a list that do not give the tag that they seem to: because another
/// folder gives the same one, because the name is reserved in the addresses of our feeds, or
/// because nothing is left of it.
final class FolderNames {
  /// What joins tags to expressions.
  private static final Pattern SIGNS = Pattern.compile("[,+~]");

  private final Map<Tag, Folder> first = new HashMap<>();

  private record Folder(String name, int line) {}

  /// What is wrong with a name, and what to do.
  record Complaint(String what, String mend) {}

  /// What is wrong with the name of a folder; empty if nothing is, or if it was told already.
  Optional<Complaint> complaint(String name, int line) {
    if (name.isBlank()) return Optional.empty();
    if (!Tag.isLabel(name))
      return !SIGNS.matcher(name).find()
          ? Optional.empty() // a line of stars or dashes is meant to be none
          : Optional.of(
              new Complaint(
                  "the folder '"
                      + name
                      + "' has no letter and no digit, so no tag can be made of it",
                  "give it a name with letters"));
    var tag = Tag.of(name);
    if (tag.isReserved())
      return Optional.of(
          new Complaint(
              "the folder '%s' cannot be a tag: /feeds/%s has another meaning".formatted(name, tag),
              "give it another name"));
    var folder = new Folder(name, line);
    var before = first.putIfAbsent(tag, folder);
    if (before != null && !isSpeltAlike(before.name(), name))
      return Optional.of(
          new Complaint(
              "the folders '%s' (line %d) and '%s' give the same tag, %s"
                  .formatted(before.name(), before.line(), name, tag),
              "give one of them another name, unless you mean the same"));
    return before == null ? ofExpression(name, tag) : Optional.empty();
  }

  /// Capitals, accents, and what stands between words are no difference to people either.
  private static boolean isSpeltAlike(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String name) {
    return Fold.fold(name).strip().replaceAll("[\\s\u00a0_'’.:-]+", "-");
  }

  private static Optional<Complaint> ofExpression(String name, Tag tag) {
    var isExpression =
        SIGNS.matcher(name).find()
            && TagExpression.parse(name).filter(read -> read.tags().size() > 1).isPresent();
    return isExpression
        ? Optional.of(
            new Complaint(
                "the folder '%s' becomes the one tag %s: in /feeds/, the characters , + and ~ join tags"
                    .formatted(name, tag),
                "for several tags, write them in category"))
        : Optional.empty();
  }
}
