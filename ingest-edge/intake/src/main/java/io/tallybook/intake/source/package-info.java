/** Named sources: folders and paged HTTP APIs that are read again and again from where they were left (ADR 16). */
@NullMarked
package io.tallybook.intake.source;

import org.jspecify.annotations.NullMarked;
