package dev.seguia.config;

/// The settings of the pages for people.
///
/// @param index search engines may keep them
/// @param images they show the images of articles, which lie with their sources
public record Pages(boolean index, boolean images) {}
