/** Trials of the whole house in one JVM: real aggregates, processes and importer on a real PostgreSQL. */
@NullMarked
package io.tallybook.ui.trial;

import org.jspecify.annotations.NullMarked;
