package io.nutgraf.testing;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * Local files under {@code canary://user:password@host/}. Like Hadoop's FTP, it keeps the password
 * in the paths that it lists.
 */
public final class CanaryFileSystem extends RawLocalFileSystem {
  public static final String SETTING = "fs.canary.impl";

  private URI uri;

  @Override
  public void initialize(URI name, Configuration conf) throws IOException {
    uri = URI.create(name.getScheme() + "://" + name.getAuthority() + "/");
    super.initialize(name, conf);
    setWorkingDirectory(getHomeDirectory());
  }

  @Override
  public URI getUri() {
    // Asked for before there is one.
    return uri == null ? super.getUri() : uri;
  }

  @Override
  public String getScheme() {
    return "canary";
  }
}
