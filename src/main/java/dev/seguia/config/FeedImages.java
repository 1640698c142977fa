package dev.seguia.config;

/// Where the picture of an entry is in published feeds. It is always in elements of its own.
public enum FeedImages {
  /// It begins the content, too, if that has no image: many readers show no others.
  CONTENT,
  MEDIA
}
