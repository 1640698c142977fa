/// Text analysis for search, and compilation of queries for Lucene.
///
/// [WordAnalyser] makes terms of texts, [EntryDocument] a Lucene document of an entry,
/// [QueryCompiler] a Lucene query of one that was parsed.
@NullMarked
package dev.seguia.search;

import org.jspecify.annotations.NullMarked;
