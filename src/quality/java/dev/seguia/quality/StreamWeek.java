package dev.seguia.quality;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/// The stream once more, so many weeks later: the same news of other people, so to say.
///
/// Long words are put into another cipher every week. So entries of one event go on having words in
/// common, and those of other weeks have none but the small ones. The cipher is an affine one: a
/// letter times a multiplier, plus a shift; there are 312 of them, so that no two of six years'
/// weeks share one.
record StreamWeek(int number) {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Pattern LONG_WORD = Pattern.compile("\\p{L}{6,}");
  private static final Pattern END_OF_PATH = Pattern.compile("(?=[?#])|$");
  private static final int LETTERS = 26;

  /// Numbers without a common divisor with the number of letters, so that no two letters become
  /// one.
  private static final int[] MULTIPLIERS = {1, 3, 5, 7, 9, 11, 15, 17, 19, 21, 23, 25};

  StreamWeek {
    if (number < 0 || number >= LETTERS * MULTIPLIERS.length)
      throw new IllegalArgumentException("weeks have a number from 0 to 311, not " + number);
  }

  List<Row> of(List<Row> rows) {
    return rows.stream().map(this::of).toList();
  }

  private Row of(Row row) {
    var columns = new HashMap<>(row.columns());
    columns.put("id", row.text("id") + "-" + number);
    columns.put("url", END_OF_PATH.matcher(row.text("url")).replaceFirst("-" + number));
    columns.put("time", Long.toString(row.number("time") + number * WEEK.toSeconds()));
    columns.put("title", reworded(row.text("title")));
    columns.put("summary", reworded(row.text("summary")));
    return new Row(columns);
  }

  private String reworded(String text) {
    return LONG_WORD
        .matcher(text)
        .replaceAll(word -> reworded(word.group().codePoints().toArray()));
  }

  private String reworded(int[] word) {
    var other = new StringBuilder(word.length);
    for (var letter : word) other.appendCodePoint(other(letter));
    return other.toString();
  }

  private int other(int letter) {
    if (letter >= 'a' && letter <= 'z') return 'a' + moved(letter - 'a');
    if (letter >= 'A' && letter <= 'Z') return 'A' + moved(letter - 'A');
    return letter;
  }

  private int moved(int letter) {
    return (letter * MULTIPLIERS[number / LETTERS] + number) % LETTERS;
  }
}
