/// Fetches documents over HTTP, with rate limits, robots.txt, SSRF protection and conditional
/// requests.
///
/// Start at [Fetcher]. What the world does is a [FetchResult]; nothing of it is thrown. Whoever
/// makes a fetcher gives it the section `fetch` of the settings, and a [HostGate], which limits the
/// requests that one host sees. Pages that nobody offered for subscription are fetched by a
/// [Crawler], which obeys robots.txt.
@NullMarked
package dev.seguia.fetch;

import org.jspecify.annotations.NullMarked;
