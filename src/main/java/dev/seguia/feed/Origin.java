package dev.seguia.feed;

import java.util.Optional;

/// The original feed of an entry (Atom `source`, RSS `source`), if the source is itself an
/// aggregator.
///
/// @param id the feed's own id
/// @param title plain text, may be empty
/// @param link the site's page
/// @param self where the feed itself lies
public record Origin(
    Optional<String> id, String title, Optional<String> link, Optional<String> self) {}
