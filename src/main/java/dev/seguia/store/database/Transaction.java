package dev.seguia.store.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One transaction of a [Database]: runs SQL and keeps its prepared statements until it ends.
public final class Transaction implements AutoCloseable {
  private final Connection connection;
  private final InstantSource clock;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private final List<Runnable> afterCommit = new ArrayList<>();

  Transaction(Connection connection, InstantSource clock) {
    this.connection = connection;
    this.clock = clock;
  }

  public Instant now() {
    return clock.instant();
  }

  /// The rows of a query, each read by `reader`.
  public <T> List<T> query(String sql, Function<Row, T> reader, Object... values) {
    try {
      var rows = new ArrayList<T>();
      try (var result = bound(sql, values).executeQuery()) {
        var row = new Row(result, sql);
        while (result.next()) rows.add(reader.apply(row));
      }
      return rows;
    } catch (SQLException e) {
      throw StoreException.refused(sql, e);
    }
  }

  public <T> Optional<T> first(String sql, Function<Row, T> reader, Object... values) {
    return query(sql, reader, values).stream().findFirst();
  }

  /// The values of a query with one column.
  public List<Long> numbers(String sql, Object... values) {
    try {
      var numbers = new ArrayList<Long>();
      try (var result = bound(sql, values).executeQuery()) {
        while (result.next()) numbers.add(result.getLong(1));
      }
      return numbers;
    } catch (SQLException e) {
      throw StoreException.refused(sql, e);
    }
  }

  /// The value of a query with one column and row; empty if there is no row, or it is null.
  public OptionalLong number(String sql, Object... values) {
    try (var result = bound(sql, values).executeQuery()) {
      if (!result.next()) return OptionalLong.empty();
      var number = result.getLong(1);
      return result.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    } catch (SQLException e) {
      throw StoreException.refused(sql, e);
    }
  }

  /// Runs one statement and returns the number of affected rows.
  public int update(String sql, Object... values) {
    try {
      return bound(sql, values).executeUpdate();
    } catch (SQLException e) {
      throw StoreException.refused(sql, e);
    }
  }

  /// Runs one statement for each row of values, as a batch.
  public void updateAll(String sql, Collection<Object[]> rows) {
    if (rows.isEmpty()) return;
    try {
      var statement = statement(sql);
      for (var values : rows) {
        bind(statement, values);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw StoreException.refused(sql, e);
    }
  }

  /// Runs work after the commit; never if the transaction is rolled back.
  public void afterCommit(Runnable work) {
    afterCommit.add(work);
  }

  void committed() {
    afterCommit.forEach(Runnable::run);
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
      case Integer[] numbers ->
          statement.setArray(at, connection.createArrayOf("integer", numbers));
      case Long[] numbers -> statement.setArray(at, connection.createArrayOf("bigint", numbers));
      default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
    }
  }

  @Override
  public void close() throws SQLException {
    for (var statement : statements.values()) statement.close();
  }
}
