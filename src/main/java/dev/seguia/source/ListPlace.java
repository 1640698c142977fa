package dev.seguia.source;

import dev.seguia.url.UrlSecrets;
import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.internal.StringUtil;

/// The location of a list of sources.
sealed interface ListPlace {
  /// The name for error messages.
  String name();

  /// By which the same place is known again, under each of its names.
  List<Object> keys();

  /// Where a list lies that the one here includes; empty if the URL means nothing that it may lead
  /// to.
  Optional<ListPlace> included(String url);

  /// A file.
  ///
  /// @param real by which it is known again: other names may lead to it
  record Local(Path file, Path real) implements ListPlace {
    private static final Pattern WEB = Pattern.compile("^https?:", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE =
        Pattern.compile("^file:(?://(?:localhost)?)?(?=/)", Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
      return file.toString();
    }

    /// Of a file that is not there its name has to do.
    static Local of(Path file) {
      try {
        return new Local(file, file.toRealPath());
      } catch (IOException e) {
        return new Local(file, file.toAbsolutePath().normalize());
      }
    }

    @Override
    public List<Object> keys() {
      return List.of(real);
    }

    @Override
    public Optional<ListPlace> included(String url) {
      if (WEB.matcher(url).find()) return web(url, false);
      try {
        return Optional.of(of(file.resolveSibling(FILE.matcher(url).replaceFirst(""))));
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
    public List<Object> keys() {
      return List.of(url, base);
    }

    @Override
    public Optional<ListPlace> included(String url) {
      return web(StringUtil.resolve(base.toString(), url.strip()), byStranger);
    }
  }

  private static Optional<ListPlace> web(String text, boolean byStranger) {
    return Address.of(text)
        .map(URI::toString)
        .map(url -> URI.create(url.replaceFirst("#.*", "")))
        .map(url -> new Web(url, url, byStranger));
  }
}
