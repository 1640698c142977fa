package dev.seguia.page;

/// A language or source that a list can be narrowed to. Public for the templates alone.
///
/// @param language of the label; empty if it is that of the page
/// @param count of its entries, written; empty where it is not told
/// @param address of the narrowed list, seen from the base URL
/// @param isOn whether the list is narrowed to it
public record Choice(String label, String language, String count, String address, boolean isOn) {}
