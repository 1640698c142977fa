package dev.seguia.sitemap;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/// A child sitemap, listed in an index.
///
/// @param lastModified as the index says
public record ChildSitemap(URI url, Optional<Instant> lastModified) {}
