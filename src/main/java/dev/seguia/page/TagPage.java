package dev.seguia.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The data of the page of a tag expression. Public for its template alone.
///
/// @param heading the expression, in words, and what narrows it
/// @param groups the entries by the day of their date, newest first
/// @param parts the tags that it asks for, each with the address of the page without it; none where
///   one tag is all
/// @param turns related tags, by which it may be narrowed or widened
/// @param days on which entries arrived; empty on all pages but the first
/// @param choices what the list may be narrowed to; none on all pages but the first
/// @param newest the address of the first page; empty if this is it
/// @param older the address of the next page; empty if this is the last
public record TagPage(
    Messages words,
    Frame frame,
    String heading,
    List<Group> groups,
    Function<Instant, String> date,
    Subscription subscription,
    List<TagLink> parts,
    List<Turn> turns,
    Optional<Days> days,
    Choices choices,
    Optional<String> newest,
    Optional<String> older) {
  public TagPage {
    groups = List.copyOf(groups);
    parts = List.copyOf(parts);
    turns = List.copyOf(turns);
  }

  /// The turns by which something of late is left.
  public List<Turn> narrowing() {
    return turns.stream().filter(turn -> !turn.count().isEmpty()).toList();
  }

  public String title() {
    return heading + " · Seguia";
  }

  /// The entries of one day.
  public record Group(LocalDate day, String heading, List<EntryLine> entries) {
    public Group {
      entries = List.copyOf(entries);
    }
  }

  /// The chart of the days, each of which leads to its entries.
  ///
  /// @param address that of a day is this and the day
  /// @param shown the day whose entries are shown, if only these are
  public record Days(Chart chart, String address, Optional<LocalDate> shown) {
    public String address(LocalDate day) {
      return address + day;
    }

    public boolean isShown(LocalDate day) {
      return shown.filter(day::equals).isPresent();
    }
  }

  /// What the list may be narrowed to: the first of each is all of them.
  public record Choices(List<Choice> languages, List<Choice> sources) {
    public Choices {
      languages = List.copyOf(languages);
      sources = List.copyOf(sources);
    }
  }

  /// A tag that can be added to or removed from the expression.
  ///
  /// @param alone the address of the tag's own page
  /// @param count how many entries have it, too, written; empty if none of late
  /// @param with the address of what has it, too
  /// @param without of what has it not
  /// @param or of what has it or what was asked for
  public record Turn(
      String label, String count, String alone, String with, String without, String or) {}
}
