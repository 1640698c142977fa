package dev.seguia.config;

/// Whether entries can be searched.
public record SearchSettings(boolean enabled) {}
