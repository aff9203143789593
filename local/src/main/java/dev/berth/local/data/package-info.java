/// What the one-machine control plane keeps, all of it below one folder: rows, objects, secrets.
@NullMarked
package dev.berth.local.data;

import org.jspecify.annotations.NullMarked;
