package dev.seguia.search.index;

import dev.seguia.memory.MemoryShare;
import dev.seguia.search.Fields;
import dev.seguia.store.entry.ChangePosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;

/// An open index, with one writer and many readers.
///
/// @param writer closed after its first fault
/// @param searchers lives on then
record OpenIndex(IndexWriter writer, SearcherManager searchers) implements AutoCloseable {
  /// Counts up with every change of the analysis or of the fields: an older index is rebuilt.
  static final String FORMAT = "3";

  /// Entries lie in this order, so that the newest are come upon first: who wants no others stops
  /// there, and who wants the best has soon found some that old ones cannot equal.
  static final Sort NEWEST_FIRST =
      new Sort(
          new SortField(Fields.ARRIVED, SortField.Type.LONG, true),
          new SortField(Fields.SEQ, SortField.Type.LONG, true));

  static final BM25Similarity SIMILARITY = new BM25Similarity(1.2f, 0.75f);

  private static final String FORMAT_KEY = "format";
  private static final String REACHED_KEY = "reached";
  private static final String CHANGE_KEY = "change";
  private static final String STORE_KEY = "store";

  /// What is kept in memory before it is written.
  private static final double BUFFER_MB = MemoryShare.INDEX.bytes() / (double) (1 << 20);

  /// Merging happens while someone writes: larger parts would keep him waiting for too long.
  private static final double LARGEST_MERGE_MB = 512;

  /// @throws IOException also where the index is of another format
  static OpenIndex open(Directory directory) throws IOException {
    if (DirectoryReader.indexExists(directory))
      expectFormat(SegmentInfos.readLatestCommit(directory));
    var writer = new IndexWriter(directory, settings());
    try {
      return new OpenIndex(writer, new SearcherManager(writer, null));
    } catch (IOException | RuntimeException e) {
      writer.rollback();
      throw e;
    }
  }

  private static IndexWriterConfig settings() {
    var merging = new TieredMergePolicy();
    merging.setMaxMergedSegmentMB(LARGEST_MERGE_MB);
    return new IndexWriterConfig(new KeywordAnalyzer())
        .setSimilarity(SIMILARITY)
        .setRAMBufferSizeMB(BUFFER_MB)
        .setMergePolicy(merging)
        .setIndexSort(NEWEST_FIRST)
        .setLeafSorter(Comparator.comparingLong(OpenIndex::newest).reversed())
        .setMergeScheduler(new SerialMergeScheduler())
        .setCommitOnClose(false);
  }

  /// When the newest entry of a part arrived.
  private static long newest(LeafReader part) {
    try {
      var arrived = part.getDocValuesSkipper(Fields.ARRIVED);
      return arrived == null ? Long.MIN_VALUE : arrived.maxValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void expectFormat(SegmentInfos committed) throws IOException {
    if (!FORMAT.equals(committed.getUserData().get(FORMAT_KEY)))
      throw new CorruptIndexException("another format than " + FORMAT, "the notes of the commit");
  }

  private static Map<String, String> notes(IndexWriter writer) {
    var notes = writer.getLiveCommitData();
    return notes == null
        ? Map.of()
        : StreamSupport.stream(notes.spliterator(), false)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Up to which place in the order of arrival it was committed; 0 for an empty one.
  long reached() {
    return Long.parseLong(notes(writer).getOrDefault(REACHED_KEY, "0"));
  }

  /// Up to which place in the order of changes it was committed.
  long change() {
    return Long.parseLong(notes(writer).getOrDefault(CHANGE_KEY, "0"));
  }

  /// Names the store whose entries are in it.
  String store() {
    return notes(writer).getOrDefault(STORE_KEY, "");
  }

  void commit(ChangePosition reached, String store) throws IOException {
    var notes =
        Map.of(
            FORMAT_KEY,
            FORMAT,
            REACHED_KEY,
            Long.toString(reached.seq()),
            CHANGE_KEY,
            Long.toString(reached.change()),
            STORE_KEY,
            store);
    writer.setLiveCommitData(notes.entrySet());
    writer.commit();
  }

  /// Discards what was written since the last commit. Readers are not affected.
  void stopWriting() {
    try {
      writer.rollback();
    } catch (IOException | RuntimeException e) {
      // It is closed then too, and what is committed is on the disk.
    }
  }

  @Override
  public void close() throws IOException {
    try (searchers) {
      stopWriting();
    }
  }
}
