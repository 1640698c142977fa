package dev.seguia.xpath;

import java.util.regex.Pattern;

/// The names of elements and attributes. In HTML they are lower-case: a name with capitals matches
/// nothing in XPath, but would in CSS.
final class Names {
  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_-]*");

  private Names() {}

  static String checked(String name) throws InexpressibleException {
    if (!NAME.matcher(name).matches())
      throw new InexpressibleException("nothing in a page is named " + name);
    return name;
  }

  /// As [#checked], or any.
  static String element(String test) throws InexpressibleException {
    if (test.endsWith(")"))
      throw new InexpressibleException("it is about other than elements: " + test);
    return test.equals("*") ? test : checked(test);
  }
}
