package dev.seguia.cli;

import dev.seguia.daemon.DaemonException;
import dev.seguia.feed.TagExpression;
import dev.seguia.store.database.StoreException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.TypeConversionException;

/// The program.
@Command(
    name = "seguia",
    description = "Merges many feeds into one clean feed per tag.",
    mixinStandardHelpOptions = true,
    synopsisHeading = "Usage: ",
    customSynopsis = {"seguia [COMMAND] [OPTIONS]", "Without a command it runs the daemon."},
    descriptionHeading = "%n",
    optionListHeading = "%n",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  seguia                 serves at http://localhost:8360/",
      "  seguia --port 8361     the same at another port",
      "  seguia run --demo      the same with sample sources, no network needed",
      "  seguia check           what is wrong with the settings and the sources",
      "  seguia help export     the options of a command",
      "",
      "Exit codes: 0 success; 1 part of the command failed;",
      "2 the command line, the settings or the list of sources are invalid."
    },
    usageHelpAutoWidth = true,
    versionProvider = Options.ProgramVersion.class,
    subcommands = {
      RunCommand.class,
      PollCommand.class,
      CheckCommand.class,
      DiscoverCommand.class,
      PreviewCommand.class,
      SourcesCommand.class,
      TagsCommand.class,
      ExplainCommand.class,
      SplitCommand.class,
      ExportCommand.class,
      HelpCommand.class
    })
public final class Main {
  public static void main(String[] arguments) {
    // Whatever the locale of the machine is: titles are of all scripts, and JSON is UTF-8.
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    System.exit(commandLine().execute(withCommand(arguments)));
  }

  /// Without a command it is `run`, and what stands there are its options.
  static String[] withCommand(String... arguments) {
    var runs = arguments.length == 0 || (arguments[0].startsWith("-") && !isAboutAll(arguments[0]));
    if (!runs) return arguments;
    return Stream.concat(Stream.of("run"), Arrays.stream(arguments)).toArray(String[]::new);
  }

  private static boolean isAboutAll(String option) {
    return Set.of("-h", "--help", "-V", "--version").contains(option);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .registerConverter(Instant.class, Main::instant)
        .registerConverter(Integer.class, text -> number(text, Integer::valueOf))
        .registerConverter(long.class, text -> number(text, Long::valueOf))
        .registerConverter(TagExpression.class, Main::expression)
        .setParameterExceptionHandler(new UsageErrors())
        .setExecutionExceptionHandler(Main::explain);
  }

  private static <N> N number(String text, Function<String, N> read) {
    try {
      return read.apply(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is not a whole number");
    }
  }

  private static Instant instant(String text) {
    try {
      return text.contains("T")
          ? Instant.parse(text)
          : LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant();
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'" + text + "' is not a time: write 2025-11-14T08:00:00Z or 2025-11-14");
    }
  }

  private static TagExpression expression(String text) {
    return TagExpression.parse(text)
        .orElseThrow(() ->
            new TypeConversionException(
                "'" + text + "' is not a tag expression: write maroc, maroc+sport or maroc~sport"));
  }

  /// Handles exceptions: errors that the user can correct are described in one line; anything else
  /// is a bug, and has a stack trace.
  private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    return switch (e) {
      case StoreException _, DaemonException _ -> tell(command, e, Exit.FAILED);
      case SourceName.UnknownSource _ -> tell(command, e, Exit.USAGE);
      case InvalidPathException path -> {
        command
            .getErr()
            .printf(
                "seguia: '%s' cannot be the name of a file here: set LC_ALL=C.UTF-8, or name another%n",
                path.getInput());
        yield Exit.USAGE;
      }
      default -> throw e;
    };
  }

  private static int tell(CommandLine command, Exception e, int code) {
    command.getErr().println("seguia: " + e.getMessage());
    return code;
  }
}
