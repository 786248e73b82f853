package io.nutgraf.warehouse;

import io.nutgraf.table.Table;
import java.time.LocalDate;

/** A night of a table that a run has made and not yet published. */
public record StagedNight(Table table, LocalDate date) {}
