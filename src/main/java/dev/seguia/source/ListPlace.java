package dev.seguia.source;

import dev.seguia.feed.UrlSecrets;
import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a list of sources lies.
sealed interface ListPlace {
  /// The name that faults are told with.
  String name();

  /// By which the same place is known again.
  Object key();

  /// Where a list lies that the one here includes; empty if the URL means nothing that it may lead
  /// to.
  Optional<ListPlace> included(String url);

  /// A file.
  record Local(Path file) implements ListPlace {
    private static final Pattern WEB = Pattern.compile("^https?:", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE =
        Pattern.compile("^file:(?://(?:localhost)?)?(?=/)", Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
      return file.toString();
    }

    /// Of a file that is not there its name has to do.
    @Override
    public Object key() {
      try {
        return file.toRealPath();
      } catch (IOException e) {
        return file.toAbsolutePath().normalize();
      }
    }

    @Override
    public Optional<ListPlace> included(String url) {
      if (WEB.matcher(url).find()) return web(url, false);
      try {
        return Optional.of(new Local(file.resolveSibling(FILE.matcher(url).replaceFirst(""))));
      } catch (InvalidPathException e) {
        return Optional.empty();
      }
    }
  }

  /// A URL.
  ///
  /// @param base where it was found, after redirects
  /// @param byStranger it may lead to public addresses alone
  record Web(URI url, URI base, boolean byStranger) implements ListPlace {
    @Override
    public String name() {
      return UrlSecrets.masked(url.toString());
    }

    @Override
    public Object key() {
      return url;
    }

    @Override
    public Optional<ListPlace> included(String url) {
      try {
        return web(base.resolve(url.strip().replace(" ", "%20")).toString(), byStranger);
      } catch (IllegalArgumentException e) {
        return web(url, byStranger);
      }
    }
  }

  private static Optional<ListPlace> web(String text, boolean byStranger) {
    return Address.of(text)
        .map(URI::toString)
        .map(url -> URI.create(url.replaceFirst("#.*", "")))
        .map(url -> new Web(url, url, byStranger));
  }
}
