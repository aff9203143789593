/// Who may do what with which secret: tokens, vault, stored objects.
@NullMarked
package dev.berth.access;

import org.jspecify.annotations.NullMarked;
