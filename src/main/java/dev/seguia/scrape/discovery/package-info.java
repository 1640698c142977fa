/// The feeds that a web page or its server announces (autodiscovery).
///
/// Start at [FeedLinks].
@NullMarked
package dev.seguia.scrape.discovery;

import org.jspecify.annotations.NullMarked;
