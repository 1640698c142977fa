package dev.seguia.source;

import java.net.URI;

/// A list on the web that another list includes.
///
/// @param url without a fragment
/// @param byStranger only lists on the public web include it: its address must be public
public record WebInclude(URI url, boolean byStranger) {}
