/// Serves the published feeds over HTTP.
///
/// Start at [WebServer].
@NullMarked
package dev.seguia.web;

import org.jspecify.annotations.NullMarked;
