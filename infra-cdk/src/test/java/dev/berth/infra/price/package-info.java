/// What an installation costs: a price table, the templates, and what sessions use.
@NullMarked
package dev.berth.infra.price;

import org.jspecify.annotations.NullMarked;
