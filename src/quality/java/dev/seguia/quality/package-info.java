/// Judges what Seguia finds out by itself: copies of an article, stories, related tags, articles of
/// web pages.
///
/// Start at [Quality]; docs/quality.md tells how to run it and what the figures mean.
@NullMarked
package dev.seguia.quality;

import org.jspecify.annotations.NullMarked;
