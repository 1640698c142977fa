package dev.seguia.normalise;

/// The pending separator before the next visible content, where only style or a dropped element
/// implies one: line breaks, or a space.
final class Line {
  /// An empty line parts as well as several do.
  private static final int MOST_ENDS = 2;

  private boolean isBegun;
  private int endsDue;
  private boolean blankIsDue;

  /// A saved state, so that a dropped element leaves no trace.
  record Mark(boolean isBegun, int endsDue, boolean blankIsDue) {}

  Mark mark() {
    return new Mark(isBegun, endsDue, blankIsDue);
  }

  void backTo(Mark mark) {
    isBegun = mark.isBegun();
    endsDue = mark.endsDue();
    blankIsDue = mark.blankIsDue();
  }

  /// Resets the state: what was written has begun a new line.
  void begin() {
    isBegun = false;
    endsDue = 0;
    blankIsDue = false;
  }

  /// Ends the line before the next thing that shows, if anything shows on it.
  void end() {
    if (isBegun && endsDue == 0) endsDue = 1;
  }

  /// As [#end], for a text whose every line end shows: two of them leave a line empty.
  void endAgain() {
    if (isBegun && endsDue < MOST_ENDS) endsDue++;
  }

  /// Separates what follows from the content so far, by a space at least.
  void part() {
    blankIsDue = true;
  }

  boolean isParted() {
    return isBegun && (endsDue > 0 || blankIsDue);
  }

  /// Writes the pending separator before visible content.
  ///
  /// @param inPre line ends show as they are
  /// @param startsBlank what follows begins with a blank
  void write(StringBuilder html, boolean inPre, boolean startsBlank) {
    if (endsDue > 0) writeEnds(html, inPre);
    else if (!startsBlank && !endsBlank(html)) html.append(' ');
  }

  /// Something shows on it.
  void goOn() {
    isBegun = true;
    endsDue = 0;
    blankIsDue = false;
  }

  private void writeEnds(StringBuilder html, boolean inPre) {
    var ends = inPre && endsWith(html, '\n') ? endsDue - 1 : endsDue;
    for (var i = 0; i < ends; i++) html.append(inPre ? "\n" : "<br>");
  }

  private static boolean endsBlank(StringBuilder html) {
    return html.isEmpty() || html.charAt(html.length() - 1) <= ' ';
  }

  private static boolean endsWith(StringBuilder html, char character) {
    return !html.isEmpty() && html.charAt(html.length() - 1) == character;
  }
}
