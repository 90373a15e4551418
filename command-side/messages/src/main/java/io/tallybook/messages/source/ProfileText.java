package io.tallybook.messages.source;

import io.tallybook.messages.Sha256;

/**
 * The import profile a source is read by.
 *
 * @param name the profile's own
 * @param text SHA-256 of its YAML in the object directory
 */
public record ProfileText(String name, Sha256 text) {}
