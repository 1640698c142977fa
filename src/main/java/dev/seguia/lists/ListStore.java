package dev.seguia.lists;

import dev.seguia.source.Source;
import dev.seguia.source.WebLists;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The lists on the web that we hold. A copy that cannot be written, as on a full disk, counts as
/// long as the program runs; one that cannot be read is brought anew.
public final class ListStore implements WebLists {
  private static final Logger LOG = LoggerFactory.getLogger(ListStore.class);
  private static final String ENDING = ".list";

  private final Optional<Path> directory;
  private final Map<URI, HeldList> held = new ConcurrentHashMap<>();

  private ListStore(Optional<Path> directory) {
    this.directory = directory;
  }

  /// Those in a data directory, which need not be there yet.
  public static ListStore in(Path data) {
    return new ListStore(Optional.of(data.resolve("lists")));
  }

  /// One that is forgotten with the process.
  public static ListStore inMemory() {
    return new ListStore(Optional.empty());
  }

  @Override
  public Holding of(URI url) {
    return get(url).holding();
  }

  HeldList get(URI url) {
    return held.computeIfAbsent(url, this::read);
  }

  private HeldList read(URI url) {
    if (directory.isEmpty()) return HeldList.fresh(url);
    try {
      return HeldListFile.read(file(directory.get(), url))
          .filter(list -> list.url().equals(url))
          .orElseGet(() -> HeldList.fresh(url));
    } catch (IOException e) {
      LOG.atWarn().addKeyValue("list", url).addKeyValue("reason", e).log("copy not readable");
      return HeldList.fresh(url);
    }
  }

  void put(HeldList list) {
    held.put(list.url(), list);
    if (directory.isEmpty()) return;
    try {
      HeldListFile.write(file(directory.get(), list.url()), list);
    } catch (IOException e) {
      LOG.atWarn()
          .addKeyValue("list", list.url())
          .addKeyValue("reason", e)
          .log("the copy could not be written: it counts until the program ends");
    }
  }

  private static Path file(Path directory, URI url) {
    return directory.resolve(Source.idOf(url) + ENDING);
  }

  /// Forgets all others, which nobody includes any more.
  public void keepOnly(Collection<URI> urls) {
    held.keySet().retainAll(urls);
    if (directory.isEmpty()) return;
    var wanted = urls.stream().map(url -> Source.idOf(url) + ENDING).collect(Collectors.toSet());
    try (var files = Files.list(directory.get())) {
      for (var file : files.toList())
        if (!wanted.contains(file.getFileName().toString())) Files.deleteIfExists(file);
    } catch (NoSuchFileException nothingHeld) {
      // there is no directory before the first copy
    } catch (IOException e) {
      LOG.atWarn().addKeyValue("reason", e).log("old copies of lists could not be removed");
    }
  }
}
