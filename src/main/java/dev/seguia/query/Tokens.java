package dev.seguia.query;

import java.util.ArrayList;
import java.util.List;

/// Splits a query into tokens. Punctuation without a meaning is skipped.
final class Tokens {
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Tokens(String text) {
    this.text = text;
  }

  /// The tokens of a text, an end at their end.
  static List<Token> of(String text) throws MalformedException {
    var tokens = new Tokens(text);
    tokens.readAll();
    return tokens.tokens;
  }

  private void readAll() throws MalformedException {
    while (at < text.length()) readOne();
    tokens.add(new Token.End(text.length()));
  }

  private void readOne() throws MalformedException {
    var character = text.codePointAt(at);
    if (character == '(') tokens.add(new Token.Open(at++));
    else if (character == ')') tokens.add(new Token.Close(at++));
    else if (Signs.isQuote(character)) phrase();
    else if (Signs.isGap(character)) at += Character.charCount(character);
    else if (character == '-') minus();
    else word();
  }

  /// Takes away only what it touches: `Paris - Dakar` is two words.
  private void minus() {
    var start = at;
    while (at < text.length() && text.charAt(at) == '-') at++;
    if (at < text.length() && Signs.beginsTerm(text.codePointAt(at)))
      tokens.add(new Token.Not(start));
  }

  private void phrase() throws MalformedException {
    var start = at++;
    var close = closingQuote(start);
    var inside = text.substring(at, close);
    if (!Signs.saysSomething(inside))
      throw new MalformedException(start, QueryFault.EMPTY_PHRASE, start + 1);
    tokens.add(new Token.Term(new Query.Phrase(inside), start));
    at = close + 1;
  }

  private int closingQuote(int start) throws MalformedException {
    for (var close = start + 1; close < text.length(); close++)
      if (Signs.isQuote(text.charAt(close))) return close;
    throw new MalformedException(start, QueryFault.OPEN_PHRASE, start + 1);
  }

  private void word() throws MalformedException {
    var start = at;
    var end = wordEnd(start);
    var word = text.substring(start, end);
    at = end;
    switch (word) {
      case "AND" -> tokens.add(new Token.And(start));
      case "OR" -> tokens.add(new Token.Or(start));
      case "NOT" -> tokens.add(new Token.Not(start));
      default -> {
        if (!isFollowingField(start) && field(word, start)) return;
        term(word, start);
      }
    }
  }

  private int wordEnd(int start) {
    var end = start;
    while (end < text.length() && !Signs.endsWord(text.codePointAt(end)))
      end += Character.charCount(text.codePointAt(end));
    return end;
  }

  private boolean isFollowingField(int start) {
    return !tokens.isEmpty()
        && tokens.getLast() instanceof Token.FieldName
        && text.charAt(start - 1) == ':';
  }

  /// Reads the name of a field and leaves what follows its colon to be read next.
  private boolean field(String word, int start) throws MalformedException {
    var colon = word.indexOf(':');
    if (colon < 1 || !word.substring(0, colon).codePoints().allMatch(Character::isLetter))
      return false;
    var name = word.substring(0, colon);
    var field = Field.named(name);
    if (field.isEmpty() && isLabel(word, colon, start)) return false;
    tokens.add(
        new Token.FieldName(field.orElseThrow(() -> FieldNames.unknown(name, start)), start));
    at = start + colon + 1;
    return true;
  }

  /// A colon at the end of a word is punctuation, and one before `//` is of a URL.
  private boolean isLabel(String word, int colon, int start) {
    var after = start + colon + 1;
    var touchesMore = after < text.length() && !Signs.isGap(text.codePointAt(after));
    return !touchesMore || word.startsWith("//", colon + 1);
  }

  private void term(String word, int start) throws MalformedException {
    var trimmed = Signs.trimmed(word);
    if (!Signs.saysSomething(trimmed)) {
      rejectWildcardAlone(trimmed, start);
      return;
    }
    var place = start + word.indexOf(trimmed);
    tokens.add(new Token.Term(termOf(trimmed, place), start));
  }

  private static Query termOf(String word, int start) throws MalformedException {
    if (word.indexOf(':') >= 0 || !Signs.isWord(word)) return new Query.Phrase(word);
    if (!Signs.hasWildcard(word)) return new Query.Word(word);
    var bare = Signs.bareWildcard(word);
    if (bare.isPresent()) throw bareWildcard(start + bare.getAsInt());
    return new Query.Wildcard(word);
  }

  /// A question mark by itself ends a question; a star by itself asks for everything.
  private static void rejectWildcardAlone(String word, int start) throws MalformedException {
    if (word.indexOf('*') >= 0) throw bareWildcard(start);
  }

  private static MalformedException bareWildcard(int at) {
    return new MalformedException(at, QueryFault.BARE_WILDCARD, at + 1);
  }
}
