package dev.seguia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Holds the page about the commands against the commands; `-Dgolden.update=true` writes it anew.
final class CommandsReferenceTest {
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");
  private static final Path PAGE = Path.of("docs", "commands.md");

  /// What a command line came to.
  private record Outcome(int code, String out, String err) {}

  @Test
  void thePageTellsOfEveryCommand() throws IOException {
    if (UPDATE) Files.writeString(PAGE, page());
    assertThat(PAGE).as("mend with: mvn -q test -Dgolden.update=true").hasContent(page());
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyCommandShowsItsHelpInBothWays(String name) {
    var asked = run(name, "--help");
    assertThat(asked.code()).isEqualTo(Exit.OK);
    assertThat(asked.out()).contains("Usage: seguia " + name, "Exit codes:", "Examples:");
    assertThat(run("help", name).out()).isEqualTo(asked.out());
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "chek, '', seguia check",
    "check, --fetsh, --fetch",
    "poll, --jsno, --json",
    "run, --prot=8361, --port",
    "export, --sinse=2025-11-14, --since"
  })
  void aMistypedNameBringsTheNearestOneThatExists(String command, String option, String nearest) {
    var outcome = option.isEmpty() ? run(command) : run(command, option);
    assertThat(outcome.code()).isEqualTo(Exit.USAGE);
    assertThat(outcome.err()).contains(nearest);
  }

  static List<String> names() {
    return commands().map(CommandSpec::name).toList();
  }

  private static Outcome run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var code =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Outcome(code, out.toString(), err.toString());
  }

  private static Stream<CommandSpec> commands() {
    return Main.commandLine().getSubcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(command -> !command.helpCommand());
  }

  private static String page() {
    var first = commands().findFirst().orElseThrow();
    return """
    # Commands

    `./seguia` without a command runs the daemon. Each command explains itself: `./seguia check --help`.
    A mistyped command, option or setting is answered with the nearest one that exists.

    ## For every command

    %s
    Settings given by `--set` go before those of the environment, and those before the file's
    ([configuration.md](configuration.md)). Commands that need the store work while the daemon runs, too:
    they ask it, so give them the same `--data`. Tables and JSON go to standard output, everything else
    to standard error.

    | exit code | means |
    |---|---|
    %s| 69 | the launcher finds no fitting JDK or Maven, or the build failed |

    %s\
    """
        .formatted(
            table(shared(first).stream()),
            exitCodes(first),
            commands().map(CommandsReferenceTest::section).collect(Collectors.joining("\n")));
  }

  private static Set<String> sharedNames(CommandSpec command) {
    return shared(command).stream().map(OptionSpec::longestName).collect(Collectors.toSet());
  }

  private static List<OptionSpec> shared(CommandSpec command) {
    return command.mixins().values().stream().flatMap(mixin -> mixin.options().stream()).toList();
  }

  private static String exitCodes(CommandSpec command) {
    return command.usageMessage().exitCodeList().entrySet().stream()
        .map(code -> "| %s | %s |\n".formatted(code.getKey().strip(), code.getValue()))
        .collect(Collectors.joining());
  }

  private static String section(CommandSpec command) {
    var shared = sharedNames(command);
    var own =
        Stream.<ArgSpec>concat(
                command.positionalParameters().stream(),
                command.options().stream().filter(option -> !shared.contains(option.longestName())))
            .toList();
    return """
    ## %s

    %s

    %s```sh
    %s
    ```
    """
        .formatted(
            command.name(),
            String.join("\n", command.usageMessage().description()),
            own.isEmpty() ? "" : table(own.stream()) + "\n",
            Arrays.stream(command.usageMessage().footer())
                .map(line -> "./" + line.strip().replaceAll(" {2,}", "   # "))
                .collect(Collectors.joining("\n")));
  }

  private static String table(Stream<? extends ArgSpec> arguments) {
    return arguments
        .map(CommandsReferenceTest::row)
        .collect(Collectors.joining("", "| option | meaning |\n|---|---|\n", ""));
  }

  private static String row(ArgSpec argument) {
    var meaning = String.join(" ", description(argument));
    return "| `%s` | %s |\n".formatted(label(argument), meaning);
  }

  private static String[] description(ArgSpec argument) {
    return Arrays.stream(argument.description())
        .map(line -> line.replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValue())))
        .toArray(String[]::new);
  }

  private static String label(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) return argument.paramLabel();
    var names = String.join(", ", option.names());
    return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
  }
}
