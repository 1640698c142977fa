package dev.seguia.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What one command line came to: its exit code and what it said.
public record Said(int code, String out, String err) {

  /// Runs a command here and to its end.
  static Said by(List<String> arguments) {
    var realOut = System.out;
    var realErr = System.err;
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    try (var newOut = new PrintStream(out, true, StandardCharsets.UTF_8);
        var newErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
      System.setOut(newOut);
      System.setErr(newErr);
      var code = Main.commandLine().execute(Main.withCommand(arguments.toArray(String[]::new)));
      return new Said(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(realOut);
      System.setErr(realErr);
    }
  }

  /// The commands set their own logging up; other tests want theirs back.
  public static void restoreLogs() throws JoranException {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    var configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(Said.class.getResource("/logback-test.xml"));
  }

  JsonNode json() {
    return JsonMapper.shared().readTree(out);
  }
}
