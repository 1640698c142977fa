package dev.seguia.config;

/// Whether entries can be searched.
public record SearchSection(boolean enabled) {}
