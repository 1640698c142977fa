package dev.seguia.scrape.article;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// Measures how much text an element contains, in letters (without spaces).
final class TextDensity {
  private static final TextDensity NOTHING = new TextDensity();

  /// A run of words that is shorter is a label, unless it is a sentence.
  private static final int LONG_RUN = 80;

  private static final int SENTENCE = 25;

  /// Chinese and Japanese say in one letter what others say in three.
  private static final int IDEOGRAPH = 3;

  private int letters;
  private int linked;
  private int prose;

  /// Of the words that stand in the element itself and in no block of it.
  private int run;

  private int linkedRun;
  private int stops;

  int letters() {
    return letters;
  }

  /// Letters in sentences that are not links.
  int prose() {
    return prose;
  }

  /// How much of it is links, from 0 to 1.
  double linkDensity() {
    return letters == 0 ? 0 : (double) linked / letters;
  }

  private void endRun() {
    var isProse = linkedRun * 2 < run && (run >= LONG_RUN || (run >= SENTENCE && stops > 0));
    if (isProse) prose += run - linkedRun;
    run = 0;
    linkedRun = 0;
    stops = 0;
  }

  private void add(TextDensity inner, boolean isBlock) {
    letters += inner.letters;
    linked += inner.linked;
    prose += inner.prose;
    if (isBlock) return;
    run += inner.run;
    linkedRun += inner.linkedRun;
    stops += inner.stops;
  }

  private void add(String text, boolean isLink) {
    var counted = 0;
    for (var at = 0; at < text.length(); at++) {
      var character = text.charAt(at);
      if (Character.isWhitespace(character)) continue;
      counted += character >= 0x3040 && character < 0xa000 ? IDEOGRAPH : 1;
      if (isStop(character)) stops++;
    }
    letters += counted;
    run += counted;
    if (!isLink) return;
    linked += counted;
    linkedRun += counted;
  }

  private static boolean isStop(char character) {
    return ".,!?;:…،؛؟。、！？".indexOf(character) >= 0;
  }

  /// The masses of all elements below one, itself included.
  static Masses of(Element root) {
    var weighing = new Weighing();
    root.traverse(weighing);
    return new Masses(weighing.masses);
  }

  /// @param masses by identity
  record Masses(IdentityHashMap<Element, TextDensity> masses) {
    TextDensity of(Element element) {
      return masses.getOrDefault(element, NOTHING);
    }
  }

  private static final class Weighing implements NodeVisitor {
    private final IdentityHashMap<Element, TextDensity> masses = new IdentityHashMap<>();
    private final Deque<TextDensity> open = new ArrayDeque<>();
    private int links;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element element) {
        if (element.isBlock() && !open.isEmpty()) open.getFirst().endRun();
        if (element.normalName().equals("a")) links++;
        var mass = new TextDensity();
        masses.put(element, mass);
        open.push(mass);
      } else if (node instanceof TextNode text && !open.isEmpty()) {
        open.getFirst().add(text.getWholeText(), links > 0);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (!(node instanceof Element element)) return;
      if (element.normalName().equals("a")) links--;
      var mass = open.pop();
      var isBlock = element.isBlock();
      if (isBlock || open.isEmpty()) mass.endRun();
      if (!open.isEmpty()) open.getFirst().add(mass, isBlock);
    }
  }
}
