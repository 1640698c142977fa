package dev.seguia.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Parses queries: `words`, `"phrases"`, `title:` `source:` `lang:` `tag:`, `AND` `OR` `NOT`, a
/// leading minus, parentheses, and the wildcards `*` and `?` inside or at the end of a word.
///
/// Two things side by side mean both. `OR` binds loosest. `NOT` and the minus take away from what
/// stands beside them.
public final class QueryParser {
  /// Limit: characters of a query; more are answered with 400.
  ///
  /// In characters.
  public static final int LONGEST = 500;

  /// Limit: words and phrases of a query; more are answered with 400.
  ///
  /// Words, phrases and patterns together.
  public static final int MOST_TERMS = 32;

  /// Limit: levels of parentheses in a query; more are answered with 400.
  ///
  /// Levels of parentheses.
  public static final int DEEPEST = 10;

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}");

  private final List<Token> tokens;
  private int next;
  private int terms;
  private int depth;

  private QueryParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /// Parses a query. Any text gives a result; nothing is thrown.
  public static QueryResult parse(String text) {
    if (text.length() > LONGEST)
      return new MalformedException(LONGEST, QueryFault.TOO_LONG, text.length(), LONGEST).result();
    try {
      return new QueryResult.Parsed(new QueryParser(Tokens.of(text)).whole());
    } catch (MalformedException e) {
      return e.result();
    }
  }

  private Query whole() throws MalformedException {
    if (peek() instanceof Token.End) throw new MalformedException(0, QueryFault.NO_WORD);
    var query = alternatives();
    if (peek() instanceof Token.Close(var at))
      throw new MalformedException(at, QueryFault.NEVER_OPENED, at + 1);
    return query;
  }

  private Query alternatives() throws MalformedException {
    var alternatives = new ArrayList<Query>();
    alternatives.add(together());
    while (peek() instanceof Token.Or) {
      next++;
      alternatives.add(together());
    }
    return alternatives.size() == 1 ? alternatives.getFirst() : new Query.Or(alternatives);
  }

  private Query together() throws MalformedException {
    var with = new ArrayList<Query>();
    var without = new ArrayList<Query>();
    var start = peek().at();
    do {
      if (takeNot()) without.add(member());
      else with.add(member());
    } while (goesOn());
    if (with.isEmpty()) throw new MalformedException(start, QueryFault.ONLY_NOT);
    return with.size() + without.size() == 1 ? with.getFirst() : new Query.And(with, without);
  }

  private boolean goesOn() {
    if (peek() instanceof Token.And) {
      next++;
      return true;
    }
    return !(peek() instanceof Token.Or
        || peek() instanceof Token.Close
        || peek() instanceof Token.End);
  }

  private boolean takeNot() {
    var isNot = peek() instanceof Token.Not;
    if (isNot) next++;
    return isNot;
  }

  private Query member() throws MalformedException {
    return switch (tokens.get(next++)) {
      case Token.Term term -> term(term);
      case Token.Open open -> group(open);
      case Token.FieldName name -> field(name);
      case Token.And(var at) -> throw misplaced("AND", at);
      case Token.Or(var at) -> throw misplaced("OR", at);
      case Token.Not(var at) -> throw misplaced("NOT", at);
      case Token.Close(var at) -> throw missing(at);
      case Token.End(var at) -> throw missing(at);
    };
  }

  private Query term(Token.Term term) throws MalformedException {
    if (++terms > MOST_TERMS)
      throw new MalformedException(term.at(), QueryFault.TOO_MANY_WORDS, MOST_TERMS);
    return term.query();
  }

  private Query group(Token.Open open) throws MalformedException {
    if (++depth > DEEPEST) throw new MalformedException(open.at(), QueryFault.TOO_DEEP, DEEPEST);
    var query = alternatives();
    if (!(peek() instanceof Token.Close))
      throw new MalformedException(open.at(), QueryFault.NEVER_CLOSED, open.at() + 1);
    next++;
    depth--;
    return query;
  }

  private Query field(Token.FieldName name) throws MalformedException {
    var first = peek();
    var touches = first.at() == name.at() + name.field().word().length() + 1;
    if (!touches || !(first instanceof Token.Term || first instanceof Token.Open))
      throw new MalformedException(
          name.at(),
          QueryFault.EMPTY_FIELD,
          name.field().word(),
          name.field() == Field.LANG ? "fr" : "maroc");
    var start = next;
    var query = member();
    check(name.field(), tokens.subList(start, next));
    return new Query.In(name.field(), query);
  }

  private static void check(Field field, List<Token> inside) throws MalformedException {
    for (var token : inside) {
      if (token instanceof Token.FieldName inner)
        throw new MalformedException(
            inner.at(), QueryFault.FIELD_IN_FIELD, inner.field().word(), field.word());
      if (field == Field.LANG && token instanceof Token.Term(var term, var at))
        checkLanguage(term, at);
    }
  }

  private static void checkLanguage(Query term, int at) throws MalformedException {
    if (term instanceof Query.Word(var word) && LANGUAGE.matcher(word).matches()) return;
    throw new MalformedException(
        at, QueryFault.NO_LANGUAGE, term.toString().toLowerCase(Locale.ROOT));
  }

  private static MalformedException misplaced(String operator, int at) {
    return new MalformedException(at, QueryFault.MISPLACED, operator, at + 1);
  }

  private MalformedException missing(int at) {
    var before = next > 1 ? tokens.get(next - 2) : tokens.get(next - 1);
    return switch (before) {
      case Token.And _ -> new MalformedException(at, QueryFault.NOTHING_AFTER, "AND");
      case Token.Or _ -> new MalformedException(at, QueryFault.NOTHING_AFTER, "OR");
      case Token.Not _ -> new MalformedException(at, QueryFault.NOTHING_AFTER, "NOT");
      case Token.Open _ -> new MalformedException(at, QueryFault.EMPTY_PARENTHESES);
      case Token.Term _, Token.FieldName _, Token.Close _, Token.End _ ->
          new MalformedException(at, QueryFault.WORD_MISSING);
    };
  }

  private Token peek() {
    return tokens.get(next);
  }
}
