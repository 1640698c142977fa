package dev.seguia.bench;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import dev.seguia.bench.Round.Done;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.safety.Safelist;
import org.xml.sax.InputSource;

/// The least that anyone would need for the same libraries to bring entries in: GET, gunzip, Rome
/// on the bytes, jsoup's own cleaner, one insert per entry in a batch per feed. It has no limits,
/// no dates but Rome's, no tags, no duplicates across sources, no edits: a floor to compare with.
final class BarePipeline implements Round.Pipeline {
  private static final String INSERT =
      """
      insert into entry (source, guid, link, title, author, published, content)
      values (?, ?, ?, ?, ?, ?, ?)\
      """;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<URI, String> etags = new ConcurrentHashMap<>();
  private final int feeds;
  private final Connection database;

  private BarePipeline(int feeds, Connection database) {
    this.feeds = feeds;
    this.database = database;
  }

  /// Makes a round for every line of its input.
  ///
  /// @param arguments how many feeds, how the text is stored (`clob` or `varchar`), and an empty
  ///   directory
  public static void main(String[] arguments) throws Exception {
    var url = "jdbc:h2:file:" + arguments[2] + "/bare";
    try (var database = DriverManager.getConnection(url, "sa", "")) {
      try (var statement = database.createStatement()) {
        statement.execute(tables(arguments[1]));
      }
      database.setAutoCommit(false);
      Round.serve(new BarePipeline(Integer.parseInt(arguments[0]), database));
    }
  }

  private static String tables(String text) {
    return """
    create table entry (
      id bigint generated always as identity primary key,
      source int not null,
      guid varchar(1024) not null,
      link varchar(2048),
      title varchar(2048),
      author varchar(512),
      published timestamp,
      content %s,
      unique (source, guid));
    create index entry_published on entry (published);
    create index entry_link on entry (link)\
    """
        .formatted(text);
  }

  @Override
  public Done poll(String base) throws InterruptedException {
    return AtOnce.all(
        IntStream.range(0, feeds)
            .<Callable<Done>>mapToObj(feed -> () -> poll(base, feed))
            .toList());
  }

  private Done poll(String base, int feed)
      throws IOException, InterruptedException, FeedException, SQLException {
    var url = URI.create(base + "/feeds/" + feed + ".xml");
    var request = HttpRequest.newBuilder(url).header("Accept-Encoding", "gzip");
    var etag = etags.get(url);
    if (etag != null) request.header("If-None-Match", etag);
    var response = http.send(request.build(), BodyHandlers.ofByteArray());
    if (response.statusCode() == 304) return Done.UNCHANGED;
    if (response.statusCode() != 200) return Done.FAILED;
    response.headers().firstValue("ETag").ifPresent(tag -> etags.put(url, tag));
    return Done.stored(store(feed, parse(response).getEntries()));
  }

  private static SyndFeed parse(HttpResponse<byte[]> response) throws IOException, FeedException {
    var zipped = response.headers().firstValue("Content-Encoding").isPresent();
    try (var body = new ByteArrayInputStream(response.body());
        var plain = zipped ? new GZIPInputStream(body, 8192) : body) {
      return new SyndFeedInput()
          .build(new InputSource(new ByteArrayInputStream(plain.readAllBytes())));
    }
  }

  /// What is stored of an entry, the text cleaned.
  private record Row(SyndEntry entry, String content) {
    static Row of(SyndEntry entry) {
      var html =
          entry.getContents().isEmpty()
              ? entry.getDescription().getValue()
              : entry.getContents().getFirst().getValue();
      var settings = new OutputSettings().prettyPrint(false);
      return new Row(entry, Jsoup.clean(html, entry.getLink(), Safelist.relaxed(), settings));
    }
  }

  private int store(int feed, List<SyndEntry> entries) throws SQLException {
    var known = known(feed);
    var rows =
        entries.stream().filter(entry -> !known.contains(entry.getUri())).map(Row::of).toList();
    synchronized (database) {
      try (var insert = database.prepareStatement(INSERT)) {
        for (var row : rows) {
          insert.setInt(1, feed);
          insert.setString(2, row.entry().getUri());
          insert.setString(3, row.entry().getLink());
          insert.setString(4, row.entry().getTitle());
          insert.setString(5, row.entry().getAuthor());
          insert.setTimestamp(6, Timestamp.from(row.entry().getPublishedDate().toInstant()));
          insert.setString(7, row.content());
          insert.addBatch();
        }
        insert.executeBatch();
        database.commit();
      }
    }
    return rows.size();
  }

  private Set<String> known(int feed) throws SQLException {
    synchronized (database) {
      try (var select = database.prepareStatement("select guid from entry where source = ?")) {
        select.setInt(1, feed);
        var known = new HashSet<String>();
        try (var rows = select.executeQuery()) {
          while (rows.next()) known.add(rows.getString(1));
        }
        return known;
      }
    }
  }
}
