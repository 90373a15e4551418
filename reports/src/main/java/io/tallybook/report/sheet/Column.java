package io.tallybook.report.sheet;

/** A column: its header, unit included, and how its values look. */
public record Column(String header, Format format) {}
