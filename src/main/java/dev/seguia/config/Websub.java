package dev.seguia.config;

/// How changes are pushed to us and by us.
///
/// @param subscribe to the hubs that sources name
/// @param hub whether we are one for our own feeds
public record Websub(boolean subscribe, boolean hub) {}
