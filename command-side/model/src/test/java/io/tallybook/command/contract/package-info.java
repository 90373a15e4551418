@NullMarked
package io.tallybook.command.contract;

import org.jspecify.annotations.NullMarked;
