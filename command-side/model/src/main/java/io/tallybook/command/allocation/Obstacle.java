package io.tallybook.command.allocation;

/** Why a point cannot be split: a rule's name and a sentence a person can act on. */
record Obstacle(String rule, String sentence) implements DaySplit, MonthSplit {}
