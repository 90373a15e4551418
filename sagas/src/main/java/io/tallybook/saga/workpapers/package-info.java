/** Working papers: what is unresolved when a month locks goes on in the next. */
@NullMarked
package io.tallybook.saga.workpapers;

import org.jspecify.annotations.NullMarked;
