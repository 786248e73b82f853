/**
 * Where tables live: the work folder of a run, the published nights, and the step between them. The
 * only package that writes.
 */
package io.nutgraf.warehouse;
