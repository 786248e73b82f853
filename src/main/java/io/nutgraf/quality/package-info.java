/** Checks that a run must pass before anything of it is published. */
package io.nutgraf.quality;
