/** What the ERP says of itself. */
@NullMarked
package io.tallybook.command.erp;

import org.jspecify.annotations.NullMarked;
