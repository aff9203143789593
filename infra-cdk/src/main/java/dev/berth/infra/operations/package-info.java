/// What people see and are told: dashboard, alarms, saved queries.
@NullMarked
package dev.berth.infra.operations;

import org.jspecify.annotations.NullMarked;
