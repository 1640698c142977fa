package dev.seguia.rendering;

import java.util.List;

/// A text that a source may send in any of its fields.
///
/// @param name for messages
/// @param keeps what must still be there when it is shown; empty for what is all hostile
record Attack(String name, String text, List<String> keeps) {}
