/// Fetches documents over HTTP, with rate limits, robots.txt, SSRF protection and conditional
/// requests.
///
/// Start at [Fetcher]. What the world does is a [FetchResult]; nothing of it is thrown. Whoever
/// makes a fetcher says how long and how large ([FetchLimits]), which addresses ([AddressGuard])
/// and how many requests at a time one host may see ([HostGate]). Pages that nobody offered for
/// subscription are fetched by a [Crawler], which obeys robots.txt.
@NullMarked
package dev.seguia.fetch;

import org.jspecify.annotations.NullMarked;
