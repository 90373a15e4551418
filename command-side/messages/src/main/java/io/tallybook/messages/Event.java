package io.tallybook.messages;

/** A fact. Implemented by the records of one sealed family per aggregate; written facts never change. */
public interface Event {}
