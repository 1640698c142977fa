/// The web pages for people: entries, tags, sources and searches, in their language.
///
/// Start at [PageRoutes].
@NullMarked
package dev.seguia.page;

import org.jspecify.annotations.NullMarked;
