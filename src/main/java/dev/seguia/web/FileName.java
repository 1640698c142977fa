package dev.seguia.web;

/// A name before and after its last dot.
record FileName(String stem, String extension) {
  static FileName of(String name) {
    var dot = name.lastIndexOf('.');
    return dot < 0
        ? new FileName(name, "")
        : new FileName(name.substring(0, dot), name.substring(dot + 1));
  }
}
