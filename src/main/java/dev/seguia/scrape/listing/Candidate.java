package dev.seguia.scrape.listing;

import dev.seguia.scrape.PageLink;
import org.jsoup.nodes.Element;

/// A link that may be one to an article.
///
/// @param card the part of the page that belongs to it
/// @param score what speaks for it: from about 5 on most links are articles
/// @param aside it only stands around the content
record Candidate(PageLink link, Element card, int score, boolean aside) {}
