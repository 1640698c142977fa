package dev.seguia.store.database;

import dev.seguia.store.entry.EntryReader;
import dev.seguia.store.entry.StoredEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One transaction of a [Database]: runs SQL and keeps its prepared statements until it ends.
public final class Transaction implements AutoCloseable {
  private static final byte[] NO_BYTES = {};

  private final Connection connection;
  private final InstantSource clock;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private final List<Runnable> afterCommit = new ArrayList<>();
  private final Set<Long> changed = new LinkedHashSet<>();
  private final Map<Long, Optional<StoredEntry>> added = new LinkedHashMap<>();

  Transaction(Connection connection, InstantSource clock) {
    this.connection = connection;
    this.clock = clock;
  }

  public Instant now() {
    return clock.instant();
  }

  /// Tells the followers, once this is committed, that a known entry changed.
  public void changed(long seq) {
    changed.add(seq);
  }

  /// Tells the followers, once this is committed, of a new entry.
  ///
  /// @param entry as [EntryReader] would read it; empty if it is to be read
  public void added(long seq, Optional<StoredEntry> entry) {
    added.put(seq, entry);
  }

  /// The known entries that changed.
  public Set<Long> changed() {
    return Collections.unmodifiableSet(changed);
  }

  /// The new entries, in the order of arrival.
  public Map<Long, Optional<StoredEntry>> added() {
    return Collections.unmodifiableMap(added);
  }

  /// Reads one row of a result.
  @FunctionalInterface
  public interface RowReader<T> {
    T read(Row row) throws SQLException;
  }

  /// The rows of a query, each read by `reader`.
  public <T> List<T> query(String sql, RowReader<T> reader, Object... values) {
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

  public <T> Optional<T> first(String sql, RowReader<T> reader, Object... values) {
    return query(sql, reader, values).stream().findFirst();
  }

  /// The only column of a query's rows.
  public List<Long> numbers(String sql, Object... values) {
    try {
      var numbers = new ArrayList<Long>();
      try (var result = bound(sql, values).executeQuery()) {
        while (result.next()) numbers.add(result.getLong(1));
      }
      return numbers;
    } catch (SQLException e) {
      throw broken(sql, e);
    }
  }

  /// The only column of a query's first row; empty if there is none, or null in it.
  public OptionalLong number(String sql, Object... values) {
    try (var result = bound(sql, values).executeQuery()) {
      if (!result.next()) return OptionalLong.empty();
      var number = result.getLong(1);
      return result.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    } catch (SQLException e) {
      throw broken(sql, e);
    }
  }

  /// Runs one change and tells how many rows it met.
  public int update(String sql, Object... values) {
    try {
      return bound(sql, values).executeUpdate();
    } catch (SQLException e) {
      throw broken(sql, e);
    }
  }

  /// Runs one change for each row of values, in one go.
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
      throw broken(sql, e);
    }
  }

  /// Has something done once the change is in the store, and never if it does not get there.
  public void afterCommit(Runnable work) {
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

  /// The row that a result stands on, its columns by their names in the select list.
  public static final class Row {
    private final ResultSet result;
    private final Map<String, Integer> places = new HashMap<>();

    private Row(ResultSet result) {
      this.result = result;
    }

    private int place(String column) throws SQLException {
      if (places.isEmpty()) {
        var columns = result.getMetaData();
        for (var at = columns.getColumnCount(); at > 0; at--)
          places.put(columns.getColumnLabel(at).toLowerCase(Locale.ROOT), at);
      }
      var place = places.get(column);
      if (place == null) throw new IllegalArgumentException("no column is called " + column);
      return place;
    }

    public String text(String column) throws SQLException {
      return result.getString(place(column));
    }

    public Optional<String> optionalText(String column) throws SQLException {
      return Optional.ofNullable(result.getString(place(column)));
    }

    public long number(String column) throws SQLException {
      return result.getLong(place(column));
    }

    public OptionalLong optionalNumber(String column) throws SQLException {
      var value = result.getLong(place(column));
      return result.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    public int integer(String column) throws SQLException {
      return result.getInt(place(column));
    }

    public OptionalInt optionalInteger(String column) throws SQLException {
      var value = result.getInt(place(column));
      return result.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    public double real(String column) throws SQLException {
      return result.getDouble(place(column));
    }

    public boolean bool(String column) throws SQLException {
      return result.getBoolean(place(column));
    }

    public Optional<Boolean> optionalBool(String column) throws SQLException {
      var value = result.getBoolean(place(column));
      return result.wasNull() ? Optional.empty() : Optional.of(value);
    }

    public OptionalDouble optionalReal(String column) throws SQLException {
      var value = result.getDouble(place(column));
      return result.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /// The bytes of a column; none where it is null.
    public byte[] bytes(String column) throws SQLException {
      var bytes = result.getBytes(place(column));
      return bytes == null ? NO_BYTES : bytes;
    }

    public UUID hash(String column) throws SQLException {
      return result.getObject(place(column), UUID.class);
    }

    public Optional<UUID> optionalHash(String column) throws SQLException {
      return Optional.ofNullable(result.getObject(place(column), UUID.class));
    }

    public Instant instant(String column) throws SQLException {
      return Instant.ofEpochMilli(result.getLong(place(column)));
    }

    public Optional<Instant> optionalInstant(String column) throws SQLException {
      var value = result.getLong(place(column));
      return result.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(value));
    }
  }
}
