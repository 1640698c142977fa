package dev.seguia.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads and writes the operator's reports as JSON.
public final class AdminJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.ALWAYS))
          .build();

  private AdminJson() {}

  /// One line of JSON.
  public static String write(Object report) {
    return MAPPER.writeValueAsString(report);
  }

  /// Indented JSON for people.
  public static String pretty(Object reports) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(reports);
  }

  /// Reads one report.
  ///
  /// @throws IllegalArgumentException if it is no such report
  public static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not a " + type.getSimpleName() + ": " + json, e);
    }
  }

  /// Reads a list of reports.
  ///
  /// @throws IllegalArgumentException if it is no list of such reports
  public static <T> List<T> readList(String json, Class<T> type) {
    try {
      return MAPPER.readerForListOf(type).readValue(json);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no list of " + type.getSimpleName() + ": " + json, e);
    }
  }
}
