package dev.seguia.search.index;

import dev.seguia.search.Fields;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;

/// Tells which candidates share enough with an entry to be related to it at all. The best of many
/// is related in a large index; in a small one it may have no more in common than a word that is
/// everywhere.
final class SharedTerms {
  /// A term of more than this share of all entries says nothing of what an entry is about.
  private static final double RARE = 0.02;

  /// Of few entries, a term of so many is rare.
  private static final int RARE_OF_FEW = 30;

  /// Of the worth of all terms of the entry that another one has, with two rare terms in common.
  private static final double LEAST_SHARE = 0.15;

  /// The same, with one rare term in common.
  private static final double SHARE_OF_ONE = 0.35;

  /// A term of the entry.
  ///
  /// @param weight by what it is
  /// @param worth by how much it counts: its weight and its rarity
  /// @param found the number of entries with it
  record Own(Term term, double weight, double worth, int found) {
    /// Numbers are in titles of all kinds.
    private boolean isRare(int entries) {
      return found <= Math.max(RARE_OF_FEW, entries * RARE)
          && (!term.field().equals(Fields.FEATURE)
              || term.text().chars().anyMatch(Character::isLetter));
    }
  }

  private final IndexSearcher searcher;
  private final List<Own> terms;
  private final BitSet rare = new BitSet();
  private final double worth;

  SharedTerms(IndexSearcher searcher, List<Own> terms) {
    this.searcher = searcher;
    this.terms = List.copyOf(terms);
    worth = terms.stream().filter(term -> term.found() > 1).mapToDouble(Own::worth).sum();
    var entries = searcher.getIndexReader().numDocs();
    for (var at = 0; at < terms.size(); at++) if (terms.get(at).isRare(entries)) rare.set(at);
  }

  /// Whether each candidate shares enough.
  boolean[] enough(ScoreDoc[] candidates) throws IOException {
    var shared = new BitSet[candidates.length];
    var byDocument = new Integer[candidates.length];
    Arrays.setAll(byDocument, at -> at);
    Arrays.sort(byDocument, Comparator.comparingInt(at -> candidates[at].doc));
    for (var at = 0; at < candidates.length; at++) shared[at] = new BitSet();
    for (var leaf : searcher.getIndexReader().leaves())
      for (var term = 0; term < terms.size(); term++)
        note(leaf, term, candidates, byDocument, shared);
    var enough = new boolean[candidates.length];
    for (var at = 0; at < candidates.length; at++) enough[at] = isEnough(shared[at]);
    return enough;
  }

  private void note(
      LeafReaderContext leaf,
      int term,
      ScoreDoc[] candidates,
      Integer[] byDocument,
      BitSet[] shared)
      throws IOException {
    var postings = leaf.reader().postings(terms.get(term).term(), PostingsEnum.NONE);
    if (postings == null) return;
    for (var at : byDocument) {
      var document = candidates[at].doc - leaf.docBase;
      if (document < 0 || document >= leaf.reader().maxDoc()) continue;
      if (postings.docID() < document
          && postings.advance(document) == DocIdSetIterator.NO_MORE_DOCS) return;
      if (postings.docID() == document) shared[at].set(term);
    }
  }

  private boolean isEnough(BitSet shared) {
    var share = shared.stream().mapToDouble(at -> terms.get(at).worth()).sum() / worth;
    shared.and(rare);
    return switch (shared.cardinality()) {
      case 0 -> false;
      case 1 -> share >= SHARE_OF_ONE;
      default -> share >= LEAST_SHARE;
    };
  }
}
