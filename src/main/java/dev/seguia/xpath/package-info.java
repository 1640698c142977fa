/// Evaluates XPath 1.0 expressions on web pages, within a limit of work.
///
/// Start at [XPath], which parses an expression; an [XPathEvaluator] evaluates it on a page.
@NullMarked
package dev.seguia.xpath;

import org.jspecify.annotations.NullMarked;
