/** The night: the one place that knows the order of the stages, its settings and its report. */
package io.nutgraf.job;
