package dev.seguia.config;

import dev.seguia.config.InvalidSettings.Check;
import dev.seguia.feed.FeedFormat;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/// What the published feeds hold.
///
/// @param size entries of a feed where the request names no limit; not above `maxSize`
/// @param maxSize the highest limit that a request may name
public record FeedSettings(int size, int maxSize, Set<FeedFormat> formats) {
  public FeedSettings {
    formats = Collections.unmodifiableSet(new LinkedHashSet<>(formats));
    new Check()
        .that(size >= 1, "feeds.size", "must be 1 or more", size)
        .that(maxSize >= 1, "feeds.max-size", "must be 1 or more", maxSize)
        .that(!formats.isEmpty(), "feeds.formats", "must name a format", "[]")
        .done();
    size = Math.min(size, maxSize);
  }
}
