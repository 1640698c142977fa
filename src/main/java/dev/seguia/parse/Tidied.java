package dev.seguia.parse;

import java.util.List;
import org.jdom2.Document;

/// A document in the form that Rome reads correctly, with what Rome would get wrong beside it.
///
/// @param format as in `rss 2.0`
/// @param entryNotes one for each entry of the document, in its order
/// @param warnings what was left out
record Tidied(
    Document document,
    String format,
    ElementFacts feedNotes,
    List<ElementFacts> entryNotes,
    List<String> warnings) {}
