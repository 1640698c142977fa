package dev.seguia.cli;

import dev.seguia.text.NearestName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Describes errors of a command line in one line, with a suggestion.
final class UsageErrors implements IParameterExceptionHandler {
  /// A name of so many letters or fewer may be mistyped in one of them at least.
  private static final int LETTERS_A_MISTAKE = 2;

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    var command = e.getCommandLine();
    command.getErr().println("seguia: " + words(e, command));
    return Exit.USAGE;
  }

  private static String words(ParameterException e, CommandLine command) {
    if (e instanceof UnmatchedArgumentException unmatched)
      return unmatched.isUnknownOption()
          ? ofOption(unmatched.getUnmatched().getFirst(), command)
          : ofArgument(unmatched.getUnmatched().getFirst(), command);
    // The command `help` says it in words only.
    if (String.valueOf(e.getMessage()).startsWith("Unknown subcommand"))
      return ofArgument(String.valueOf(e.getValue()), command);
    return e.getMessage() + "; " + more(command);
  }

  private static String ofOption(String option, CommandLine command) {
    var name = option.replaceFirst("=.*", "");
    var names = command.getCommandSpec().optionsMap().keySet();
    return "unknown option " + name + "; " + nearest(name, names, "").orElse(more(command));
  }

  private static String ofArgument(String name, CommandLine command) {
    if (command.getParent() != null) return "unexpected argument " + name + "; " + more(command);
    var names = command.getSubcommands().keySet();
    return "unknown command " + name + "; " + nearest(name, names, "seguia ").orElse(more(command));
  }

  private static Optional<String> nearest(String name, Collection<String> names, String before) {
    return NearestName.to(name, List.copyOf(names))
        .filter(near -> NearestName.distance(name, near) <= name.length() / LETTERS_A_MISTAKE)
        .map(near -> "did you mean " + before + near + "?");
  }

  private static String more(CommandLine command) {
    return "see " + command.getCommandSpec().qualifiedName() + " --help";
  }
}
