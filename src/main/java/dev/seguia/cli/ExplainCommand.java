package dev.seguia.cli;

import dev.seguia.admin.AdminJson;
import dev.seguia.admin.EntryReport.TagOfEntry;
import dev.seguia.admin.Explanation;
import dev.seguia.source.Source;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Why an entry is as it is.
@Command(
    name = "explain",
    description = {
      "Shows where an entry came from, and which rule merged its sources.",
      "Also shows why it has its tags, which feeds it is in, and which entries are about the same event."
    },
    footer = {
      "  seguia explain https://fr.le360.ma/politique/article",
      "  seguia explain http://localhost:8360/entries/0b5e…   the address of its page",
      "  seguia explain ENTRY --json"
    })
final class ExplainCommand extends StoreCommand {
  @Parameters(
      paramLabel = "ENTRY",
      description = "The entry's id as published, its link, or the address of its page.")
  private String name = "";

  @Override
  int call(Operator operator, List<Source> sources) {
    var explanation = operator.explain(name);
    if (explanation.isEmpty()) return EntryNotFound.tell(name);
    if (json) System.out.println(AdminJson.pretty(explanation.get()));
    else print(explanation.get());
    return Exit.OK;
  }

  private static void print(Explanation entry) {
    TerminalText.say(entry.heading());
    TerminalText.sayBelow("id         " + entry.id());
    entry.link().ifPresent(link -> TerminalText.sayBelow("link       " + link));
    TerminalText.sayBelow("published  " + TimeFormat.words(Optional.of(entry.published())));
    TerminalText.sayBelow("first seen " + TimeFormat.words(Optional.of(entry.firstSeen())));
    TerminalText.sayBelow("feeds      " + feeds(entry));
    entry.pageTrouble().ifPresent(reason -> TerminalText.sayBelow("its page   " + reason));
    System.out.println("\n" + sources(entry));
    if (!entry.tags().isEmpty()) System.out.println("\n" + tags(entry));
    if (!entry.story().isEmpty()) System.out.println("\n" + story(entry));
  }

  private static String feeds(Explanation entry) {
    var rule = entry.audienceRule().map(text -> " by the rule: " + text).orElse("");
    return switch (entry.audience()) {
      case "muted" -> "those of its tags, but not the feed of all entries," + rule;
      case "routed" -> "that of one tag only," + rule;
      case "dropped" -> "none," + rule;
      default -> "all that match it";
    };
  }

  private static Table sources(Explanation entry) {
    var table = new Table("SOURCE", "FIRST SEEN", "JOINED BY", "SCORE", "BECAUSE");
    for (var copy : entry.sources())
      table.row(
          copy.title(),
          TimeFormat.words(Optional.of(copy.firstSeen())),
          copy.joinedBy(),
          copy.score().isPresent()
              ? String.format(Locale.ROOT, "%.2f", copy.score().getAsDouble())
              : "–",
          copy.why() + (copy.shown() && entry.sources().size() > 1 ? "; its text is shown" : ""));
    return table;
  }

  private static Table tags(Explanation entry) {
    var table = new Table("TAG", "FROM", "BECAUSE");
    for (var tag : entry.tags()) table.row(tag.label(), tag.from(), why(tag, entry));
    return table;
  }

  private static String why(TagOfEntry tag, Explanation entry) {
    return switch (tag.from()) {
      case "rule" ->
          entry.rules().stream()
              .filter(rule -> rule.tag().isPresent())
              .map(rule -> rule.query() + " → " + rule.tag().orElseThrow())
              .reduce((one, other) -> one + "; " + other)
              .map(rules -> "it fits: " + rules)
              .orElse("a rule that it matched when it arrived");
      case "folder" -> "its source is in a folder of that name";
      case "category" -> "its source's outline has that category";
      case "source" -> "its source's outline has it in seguia:tags";
      case "hashtag" -> "a hashtag in its title";
      default -> "its source gave it that category";
    };
  }

  private static Table story(Explanation entry) {
    var table = new Table("SAME STORY", "SOURCE", "PUBLISHED");
    for (var other : entry.story())
      table.row(other.title(), other.source(), TimeFormat.words(Optional.of(other.published())));
    return table;
  }
}
