package dev.seguia.store.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/// The current row of a result; columns are read by name.
///
/// Every method throws a [StoreException] if the column cannot be read.
public final class Row {
  private static final byte[] NO_BYTES = {};

  private final ResultSet result;
  private final String sql;
  private final Map<String, Integer> places = new HashMap<>();

  Row(ResultSet result, String sql) {
    this.result = result;
    this.sql = sql;
  }

  /// Reads one column of a result.
  @FunctionalInterface
  private interface Column<T> {
    T read(ResultSet result, int place) throws SQLException;
  }

  private <T> T read(String name, Column<T> column) {
    try {
      return column.read(result, place(name));
    } catch (SQLException e) {
      throw StoreException.refused(sql, e);
    }
  }

  private <T> Optional<T> optional(String name, Column<T> column) {
    try {
      var value = column.read(result, place(name));
      return result.wasNull() ? Optional.empty() : Optional.of(value);
    } catch (SQLException e) {
      throw StoreException.refused(sql, e);
    }
  }

  private int place(String column) throws SQLException {
    if (places.isEmpty()) {
      var columns = result.getMetaData();
      for (var at = columns.getColumnCount(); at > 0; at--)
        places.put(columns.getColumnLabel(at).toLowerCase(Locale.ROOT), at);
    }
    var place = places.get(column);
    if (place == null) throw new IllegalArgumentException("there is no column " + column);
    return place;
  }

  public String text(String column) {
    return read(column, ResultSet::getString);
  }

  public Optional<String> optionalText(String column) {
    return optional(column, ResultSet::getString);
  }

  public long number(String column) {
    return read(column, ResultSet::getLong);
  }

  public OptionalLong optionalNumber(String column) {
    return optional(column, ResultSet::getLong).map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  public int integer(String column) {
    return read(column, ResultSet::getInt);
  }

  public OptionalInt optionalInteger(String column) {
    return optional(column, ResultSet::getInt).map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  public double real(String column) {
    return read(column, ResultSet::getDouble);
  }

  public OptionalDouble optionalReal(String column) {
    return optional(column, ResultSet::getDouble)
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  public boolean bool(String column) {
    return read(column, ResultSet::getBoolean);
  }

  public Optional<Boolean> optionalBool(String column) {
    return optional(column, ResultSet::getBoolean);
  }

  /// The bytes of a column; empty if it is null.
  public byte[] bytes(String column) {
    return optional(column, ResultSet::getBytes).orElse(NO_BYTES);
  }

  public UUID hash(String column) {
    return read(column, Row::uuid);
  }

  public Optional<UUID> optionalHash(String column) {
    return optional(column, Row::uuid);
  }

  private static UUID uuid(ResultSet result, int place) throws SQLException {
    return result.getObject(place, UUID.class);
  }

  public Instant instant(String column) {
    return Instant.ofEpochMilli(number(column));
  }

  public Optional<Instant> optionalInstant(String column) {
    return optional(column, ResultSet::getLong).map(Instant::ofEpochMilli);
  }
}
