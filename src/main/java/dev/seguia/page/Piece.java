package dev.seguia.page;

/// A part of a text on a page, highlighted or not. Public for the templates alone.
///
/// @param isMarked a search found it
public record Piece(String text, boolean isMarked) {}
