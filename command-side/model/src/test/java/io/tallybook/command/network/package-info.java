@NullMarked
package io.tallybook.command.network;

import org.jspecify.annotations.NullMarked;
