package dev.seguia.config;

import java.time.ZoneId;
import java.util.Optional;

/// The settings of the pages for people.
///
/// @param index search engines may keep them
/// @param images they show the images of articles, which lie with their sources
/// @param timeZone of their dates; empty for that of the machine
public record PagesSection(boolean index, boolean images, Optional<ZoneId> timeZone) {}
