/// Web pages as they were fetched: their links, their header, and what they say for machines.
///
/// Start at [WebPage]; [StructuredData] reads JSON-LD and microdata. Nothing here is cleaned: that
/// is done by the normaliser.
@NullMarked
package dev.seguia.scrape;

import org.jspecify.annotations.NullMarked;
