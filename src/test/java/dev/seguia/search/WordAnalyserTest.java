package dev.seguia.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;

final class WordAnalyserTest {
  private static final String TEXT = "L'élection, les élections et the KING's election";

  private static List<String> terms(WordAnalyser analyser, String text) throws IOException {
    var found = new ArrayList<String>();
    try (var terms = analyser.tokenStream("text", text)) {
      var term = terms.addAttribute(CharTermAttribute.class);
      var step = terms.addAttribute(PositionIncrementAttribute.class);
      var offset = terms.addAttribute(OffsetAttribute.class);
      terms.reset();
      for (var place = 0; terms.incrementToken(); ) {
        place += step.getPositionIncrement();
        found.add(place + ":" + term + "@" + offset.startOffset());
      }
      terms.end();
      return found;
    }
  }

  @Test
  void givesStemsAndBesideThemTheWordsAtTheirPlaces() throws IOException {
    try (var analyser = new WordAnalyser(Language.FRENCH, true, new TermCache())) {
      assertThat(terms(analyser, "Deux élections"))
          .containsExactly("1:deu@0", "1:deux@0", "2:election@5", "2:elections@5");
    }
  }

  @Test
  void givesTheSameWhenItIsUsedAgain() throws IOException {
    for (var language : Language.values())
      try (var analyser = new WordAnalyser(language, true, new TermCache())) {
        var first = terms(analyser, TEXT);
        assertThat(terms(analyser, "houses")).isNotEmpty();
        assertThat(terms(analyser, TEXT)).isEqualTo(first);
      }
  }

  @Test
  void isUsableAfterATextThatWasNotReadToItsEnd() throws IOException {
    try (var analyser = new WordAnalyser(Language.FRENCH, true, new TermCache())) {
      var expected = terms(analyser, TEXT);
      try (var terms = analyser.tokenStream("text", "Deux élections")) {
        terms.reset();
        assertThat(terms.incrementToken()).isTrue();
      }
      assertThat(terms(analyser, TEXT)).isEqualTo(expected);
    }
  }

  @Test
  void readsTwoTextsAtOnce() throws IOException {
    try (var analyser = new WordAnalyser(Language.FRENCH, true, new TermCache());
        var one = analyser.tokenStream("text", "chevaux");
        var other = analyser.tokenStream("text", "maisons")) {
      var first = one.addAttribute(CharTermAttribute.class);
      var second = other.addAttribute(CharTermAttribute.class);
      one.reset();
      other.reset();
      assertThat(one.incrementToken() && other.incrementToken()).isTrue();
      assertThat(List.of(first.toString(), second.toString())).doesNotHaveDuplicates();
    }
  }

  @Test
  void givesToManyThreadsWhatItGivesToOne() throws Exception {
    try (var analyser = new WordAnalyser(Language.FRENCH, true, new TermCache());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var expected = terms(analyser, TEXT);
      Callable<List<String>> task = () -> terms(analyser, TEXT);
      List<Future<List<String>>> all =
          threads.invokeAll(IntStream.range(0, 200).mapToObj(_ -> task).toList());
      for (var one : all) assertThat(one.get()).isEqualTo(expected);
    }
  }
}
