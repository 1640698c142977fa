package dev.seguia.feed;

/// What kind of thing a file is for people, by its media type.
public enum Medium {
  IMAGE("image"),
  AUDIO("audio"),
  VIDEO("video"),
  OTHER("");

  private final String label;

  Medium(String label) {
    this.label = label;
  }

  /// The kind of files of a media type.
  ///
  /// @param mediaType as in `image/jpeg`, in any case
  public static Medium of(String mediaType) {
    for (var medium : values())
      if (medium != OTHER && mediaType.regionMatches(true, 0, medium.prefix(), 0, 6)) return medium;
    return OTHER;
  }

  private String prefix() {
    return label + "/";
  }

  /// As `medium` of Media RSS names it; empty if it is none of these.
  public String label() {
    return label;
  }
}
