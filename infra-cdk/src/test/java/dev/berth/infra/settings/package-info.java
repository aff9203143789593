@NullMarked
package dev.berth.infra.settings;

import org.jspecify.annotations.NullMarked;
