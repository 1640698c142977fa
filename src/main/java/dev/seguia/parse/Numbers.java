package dev.seguia.parse;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Parses numbers in attributes.
final class Numbers {
  private Numbers() {}

  static OptionalLong positive(@Nullable String text) {
    if (text == null) return OptionalLong.empty();
    var digits = text.strip().replace(",", "").replaceFirst("\\.\\d+$", "");
    if (digits.isEmpty() || digits.length() > 15) return OptionalLong.empty();
    if (!digits.chars().allMatch(digit -> digit >= '0' && digit <= '9'))
      return OptionalLong.empty();
    var number = Long.parseLong(digits);
    return number > 0 ? OptionalLong.of(number) : OptionalLong.empty();
  }
}
