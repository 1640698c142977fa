package dev.seguia.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One transaction of a [Database]: runs SQL and keeps its prepared statements until it ends.
public final class Transaction implements AutoCloseable {
  private final Connection connection;
  private final InstantSource clock;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private final List<Runnable> afterCommit = new ArrayList<>();
  private long revision;

  Transaction(Connection connection, InstantSource clock) {
    this.connection = connection;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /// The number of this change in the order of changes to entries; only writers have one.
  long revision() {
    if (revision == 0) {
      update("update installation set revision = revision + 1");
      revision = first("select revision from installation", row -> row.number(1)).orElseThrow();
    }
    return revision;
  }

  /// Reads one row of a result.
  @FunctionalInterface
  interface RowReader<T> {
    T read(Row row) throws SQLException;
  }

  /// The rows of a query, each read by `reader`.
  <T> List<T> query(String sql, RowReader<T> reader, Object... values) {
    try {
      var rows = new ArrayList<T>();
      try (var result = bound(sql, values).executeQuery()) {
        var row = new Row(result);
        while (result.next()) rows.add(reader.read(row));
      }
      return rows;
    } catch (SQLException e) {
      throw broken(sql, e);
    }
  }

  <T> Optional<T> first(String sql, RowReader<T> reader, Object... values) {
    return query(sql, reader, values).stream().findFirst();
  }

  /// Runs one change and tells how many rows it met.
  int update(String sql, Object... values) {
    try {
      return bound(sql, values).executeUpdate();
    } catch (SQLException e) {
      throw broken(sql, e);
    }
  }

  /// Runs one change for each row of values, in one go.
  void updateAll(String sql, Collection<Object[]> rows) {
    if (rows.isEmpty()) return;
    try {
      var statement = statement(sql);
      for (var values : rows) {
        bind(statement, values);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw broken(sql, e);
    }
  }

  /// Has something done once the change is in the store, and never if it does not get there.
  void afterCommit(Runnable work) {
    afterCommit.add(work);
  }

  void committed() {
    afterCommit.forEach(Runnable::run);
  }

  private static StoreException broken(String sql, SQLException e) {
    return new StoreException(
        "the store refused: " + sql.strip().lines().findFirst().orElse(""), e);
  }

  private PreparedStatement bound(String sql, Object... values) throws SQLException {
    var statement = statement(sql);
    bind(statement, values);
    return statement;
  }

  private PreparedStatement statement(String sql) throws SQLException {
    var statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    return statement;
  }

  private void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (var at = 0; at < values.length; at++) bind(statement, at + 1, values[at]);
  }

  private void bind(PreparedStatement statement, int at, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(at, Types.NULL);
      case Optional<?> optional -> bind(statement, at, optional.orElse(null));
      case OptionalDouble number ->
          bind(statement, at, number.isPresent() ? number.getAsDouble() : null);
      case OptionalInt number -> bind(statement, at, number.isPresent() ? number.getAsInt() : null);
      case Instant instant -> statement.setLong(at, instant.toEpochMilli());
      case Long number -> statement.setLong(at, number);
      case Integer number -> statement.setInt(at, number);
      case String text -> statement.setString(at, text);
      case UUID hash -> statement.setObject(at, hash);
      case Boolean bool -> statement.setBoolean(at, bool);
      case Double number -> statement.setDouble(at, number);
      case byte[] bytes -> statement.setBytes(at, bytes);
      case String[] texts -> statement.setArray(at, connection.createArrayOf("varchar", texts));
      case UUID[] hashes -> statement.setArray(at, connection.createArrayOf("uuid", hashes));
      case Long[] numbers -> statement.setArray(at, connection.createArrayOf("bigint", numbers));
      default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
    }
  }

  @Override
  public void close() throws SQLException {
    for (var statement : statements.values()) statement.close();
  }

  /// The row that a result stands on, its columns by their place in the select list, from 1.
  static final class Row {
    private final ResultSet result;

    private Row(ResultSet result) {
      this.result = result;
    }

    String text(int column) throws SQLException {
      return result.getString(column);
    }

    Optional<String> optionalText(int column) throws SQLException {
      return Optional.ofNullable(result.getString(column));
    }

    long number(int column) throws SQLException {
      return result.getLong(column);
    }

    OptionalLong optionalNumber(int column) throws SQLException {
      var value = result.getLong(column);
      return result.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    int integer(int column) throws SQLException {
      return result.getInt(column);
    }

    OptionalInt optionalInteger(int column) throws SQLException {
      var value = result.getInt(column);
      return result.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    double real(int column) throws SQLException {
      return result.getDouble(column);
    }

    boolean bool(int column) throws SQLException {
      return result.getBoolean(column);
    }

    Optional<Boolean> optionalBool(int column) throws SQLException {
      var value = result.getBoolean(column);
      return result.wasNull() ? Optional.empty() : Optional.of(value);
    }

    OptionalDouble optionalReal(int column) throws SQLException {
      var value = result.getDouble(column);
      return result.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    byte[] bytes(int column) throws SQLException {
      return result.getBytes(column);
    }

    UUID hash(int column) throws SQLException {
      return result.getObject(column, UUID.class);
    }

    Optional<UUID> optionalHash(int column) throws SQLException {
      return Optional.ofNullable(result.getObject(column, UUID.class));
    }

    Instant instant(int column) throws SQLException {
      return Instant.ofEpochMilli(result.getLong(column));
    }

    Optional<Instant> optionalInstant(int column) throws SQLException {
      var value = result.getLong(column);
      return result.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(value));
    }
  }
}
