/** What the ERP says of itself. */
@NullMarked
package io.tallybook.messages.erp;

import org.jspecify.annotations.NullMarked;
