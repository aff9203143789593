/// Who may do what: statements that name actions and ARNs, one role for each function.
@NullMarked
package dev.berth.infra.grant;

import org.jspecify.annotations.NullMarked;
