/** What people look at: the page of a run, written from a few rows and able to stand alone. */
package io.nutgraf.report;
