package dev.seguia.config;

import dev.seguia.config.Value.Mapping;
import dev.seguia.config.Value.Pair;
import dev.seguia.config.Value.Place;
import dev.seguia.config.Value.Scalar;
import dev.seguia.config.Value.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads YAML into values with their line numbers.
final class Yaml {
  /// Limit: levels in the configuration file; deeper ones are an error.
  ///
  /// Settings are nested three deep; an alias that contains itself has no end.
  private static final int DEEPEST = 20;

  /// An IPv6 address or network that begins with two colons, as in `[127.0.0.0/8, ::1/128]`: YAML
  /// requires quotes around it inside brackets.
  private static final Pattern ADDRESS =
      Pattern.compile("(?<=[\\[,\\s])(::[0-9A-Fa-f:.]*(?:/\\d+)?)(?=\\s*[,\\]])");

  private final String file;

  private Yaml(String file) {
    this.file = file;
  }

  /// Thrown if a text is not YAML, or cannot be settings.
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;

    private Malformed(String message, int line) {
      super(message);
      this.line = line;
    }

    int line() {
      return line;
    }
  }

  /// The document; empty if there is nothing but comments.
  static Optional<Value> read(String text, String file) throws Malformed {
    try {
      return parsed(text, file);
    } catch (Malformed e) {
      var quoted = ADDRESS.matcher(text).replaceAll("'$1'");
      if (quoted.equals(text)) throw e;
      return parsed(quoted, file);
    }
  }

  private static Optional<Value> parsed(String text, String file) throws Malformed {
    try {
      var settings =
          LoadSettings.builder()
              .setLabel(file)
              .setMaxAliasesForCollections(50)
              .setAllowNonScalarKeys(true) // rejected below, with their line
              .build();
      var document = new Compose(settings).composeString(text);
      return document.isEmpty()
          ? Optional.empty()
          : Optional.of(new Yaml(file).value(document.get(), 0));
    } catch (MarkedYamlEngineException e) {
      var problem = Optional.ofNullable(e.getProblem()).orElse("syntax error");
      throw new Malformed(
          problem, e.getProblemMark().or(e::getContextMark).map(Yaml::line).orElse(0));
    } catch (YamlEngineException e) {
      throw new Malformed(String.valueOf(e.getMessage()).lines().findFirst().orElse(""), 0);
    }
  }

  private Value value(Node node, int depth) throws Malformed {
    var place = place(node);
    if (depth > DEEPEST) throw new Malformed("values are nested too deeply", place.line());
    return switch (node) {
      case ScalarNode scalar ->
          new Scalar(scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN, place);
      case SequenceNode sequence -> new Sequence(values(sequence, depth), place);
      case MappingNode mapping -> new Mapping(pairs(mapping, depth), place);
      default -> throw new Malformed("an unexpected " + node.getNodeType(), place.line());
    };
  }

  private List<Value> values(SequenceNode sequence, int depth) throws Malformed {
    var values = new ArrayList<Value>();
    for (var node : sequence.getValue()) values.add(value(node, depth + 1));
    return values;
  }

  private List<Pair> pairs(MappingNode mapping, int depth) throws Malformed {
    var pairs = new ArrayList<Pair>();
    for (var tuple : mapping.getValue()) {
      var place = place(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key))
        throw new Malformed("a key must be plain text", place.line());
      pairs.add(new Pair(key.getValue(), place, value(tuple.getValueNode(), depth + 1)));
    }
    return pairs;
  }

  private Place place(Node node) {
    return new Place(file, node.getStartMark().map(Yaml::line).orElse(0));
  }

  private static int line(Mark mark) {
    return mark.getLine() + 1;
  }
}
