/** What the ERP says of its periods. */
@NullMarked
package io.tallybook.query.erp;

import org.jspecify.annotations.NullMarked;
