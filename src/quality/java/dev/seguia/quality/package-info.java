/// Runs what we decide on labelled data, for judges outside the project.
///
/// Start at [RelatedArticlesRun].
@NullMarked
package dev.seguia.quality;

import org.jspecify.annotations.NullMarked;
