/** What a person set wrongly: known to every package, because every package checks its settings. */
package io.nutgraf.setting;
