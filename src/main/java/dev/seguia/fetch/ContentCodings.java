package dev.seguia.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Decompresses a response body (content codings, RFC 9110 section 8.4). The bytes decide how a
/// body is compressed; the headers count only for codings that cannot be recognised from the bytes.
///
/// @param names as the headers have them, in the order in which they were applied
record ContentCodings(List<String> names) {
  /// What we ask for.
  static final String ACCEPTED = "gzip, br";

  /// Limit: content codings of one response; more are a failure.
  private static final int MOST = 3;

  // Text packs a few dozen times smaller at best; a bomb a thousand times. The cap on size stops a
  // bomb as well, so this one speaks only where that has been set high.

  /// Limit: compression ratio of a response of more than 10 MB; a higher one is a failure.
  private static final int MOST_UNPACKED_TIMES = 200;

  private static final int UNSUSPICIOUS = 10 << 20;

  ContentCodings {
    names = List.copyOf(names);
  }

  static ContentCodings parse(Iterable<String> headers) {
    var names = new ArrayList<String>();
    for (var header : headers)
      for (var value : header.toLowerCase(Locale.ROOT).split(",", -1)) {
        var name = value.replaceFirst(";.*", "").replace("\"", "").strip();
        if (!name.isEmpty() && !name.equals("identity")) names.add(name);
      }
    return new ContentCodings(names);
  }

  /// Removes the codings of a body, in reverse order of their application.
  ///
  /// @param overflow what to say of a body that unpacks to more than the limit
  Content undo(byte[] wire, int limit, ResponseBody.Overflow overflow, BodyMemory.Share share)
      throws IOException {
    return new Undoing(this, limit, overflow, share).undo(wire);
  }

  /// One body that is being decompressed.
  private static final class Undoing {
    private final int limit;
    private final ResponseBody.Overflow overflow;
    private final BodyMemory.Share share;
    private final ContentCodings codings;
    private final Deque<Packing> claimed = new ArrayDeque<>();
    private final List<String> remarks = new ArrayList<>();
    private boolean isWhole = true;

    Undoing(
        ContentCodings codings, int limit, ResponseBody.Overflow overflow, BodyMemory.Share share) {
      this.codings = codings;
      this.limit = limit;
      this.overflow = overflow;
      this.share = share;
      for (var name : codings.names) Packing.named(name).ifPresent(claimed::push);
    }

    Content undo(byte[] wire) throws IOException {
      var body = wire;
      for (var layer = 0; ; layer++) {
        var next = layer(body);
        if (next.isEmpty()) break;
        if (layer == MOST)
          throw new UnusableResponseException("the body has too many layers of compression");
        body = next.get();
      }
      remark(body);
      return new Content(body, isWhole, remarks.stream().distinct().toList());
    }

    /// The content of the outermost layer; empty if there is none.
    private Optional<byte[]> layer(byte[] body) throws IOException {
      var shown = Packing.of(body);
      if (shown.isPresent()) return inside(shown.get(), body);
      var claim = Optional.ofNullable(claimed.peek());
      if (claim.filter(packing -> !packing.hasSignature()).isPresent())
        return hidden(claim.get(), body);
      if (ByteShape.isText(body)) return Optional.empty();
      if (claim.isPresent()) throw damaged(new IOException("no " + claim.get().word()));
      return guessed(body);
    }

    /// Decompresses a layer that the bytes show. If no header declared it and it cannot be
    /// decompressed, the body is left as it is: it may be meant so.
    private Optional<byte[]> inside(Packing packing, byte[] body) throws IOException {
      var isClaimed = !claimed.isEmpty() && isMeant(packing, claimed.peek());
      if (isClaimed) claimed.pop();
      if (!packing.isReadable())
        throw new UnusableResponseException(
            "the body is compressed with %s; we asked for %s or none"
                .formatted(packing.word(), ACCEPTED));
      try {
        var part = unpacked(packing, body);
        if (part.broken().isPresent() && !DocumentEnd.isReached(part.bytes())) {
          if (isClaimed) throw damaged(part.broken().get());
          remarks.add(
              "the body seems to be compressed with " + packing.word() + ", but is damaged");
          return Optional.empty();
        }
        isWhole &= part.broken().isEmpty();
        if (!isClaimed)
          remarks.add(
              "the body is compressed with "
                  + packing.word()
                  + ", which its Content-Encoding does not declare");
        share.give(body.length);
        return Optional.of(part.bytes());
      } catch (UnusableResponseException e) {
        if (isClaimed) throw e;
        remarks.add(
            "the body seems to be compressed with " + packing.word() + ", but " + e.getMessage());
        return Optional.empty();
      }
    }

    private static boolean isMeant(Packing shown, Packing claim) {
      return shown == claim || (shown == Packing.ZLIB && claim == Packing.DEFLATE);
    }

    /// Decompresses a declared layer that the bytes do not show; the body may be plain as well.
    private Optional<byte[]> hidden(Packing claim, byte[] body) throws IOException {
      var part = unpacked(claim, body);
      var isPlain = ByteShape.isText(body) && !ByteShape.isDocument(part.bytes());
      if (isPlain || (part.broken().isPresent() && !DocumentEnd.isReached(part.bytes()))) {
        if (!ByteShape.isText(body))
          throw damaged(part.broken().orElseGet(() -> new IOException("no text")));
        share.give(part.bytes().length);
        return Optional.empty();
      }
      claimed.pop();
      isWhole &= part.broken().isEmpty();
      share.give(body.length);
      return Optional.of(part.bytes());
    }

    /// Tries undeclared codings on bytes that are not text.
    private Optional<byte[]> guessed(byte[] body) throws IOException {
      for (var packing : List.of(Packing.BROTLI, Packing.DEFLATE))
        try {
          var part = unpacked(packing, body);
          if (part.broken().isEmpty() && ByteShape.isDocument(part.bytes())) {
            remarks.add(
                "the body is compressed with "
                    + packing.word()
                    + ", which its Content-Encoding does not declare");
            share.give(body.length);
            return Optional.of(part.bytes());
          }
          share.give(part.bytes().length);
        } catch (UnusableResponseException e) {
          // not packed so, or a bomb
        }
      return Optional.empty();
    }

    private ResponseBody.Part unpacked(Packing packing, byte[] packed) throws IOException {
      var most = Math.max(UNSUSPICIOUS, (long) packed.length * MOST_UNPACKED_TIMES);
      var expected = packing.guessedLength(packed);
      try (var in = packing.open(packed)) {
        return most < limit
            ? ResponseBody.readAll(in, expected, (int) most, ContentCodings::bomb, share)
            : ResponseBody.readAll(in, expected, limit, overflow, share);
      } catch (UnusableResponseException | InterruptedIOException e) {
        throw e;
      } catch (IOException e) {
        return new ResponseBody.Part(new byte[0], Optional.of(e));
      }
    }

    private void remark(byte[] body) throws UnusableResponseException {
      var unknown =
          codings.names.stream().filter(name -> Packing.named(name).isEmpty()).findFirst();
      if (unknown.isPresent() && !ByteShape.isText(body))
        throw new UnusableResponseException(
            "the body is coded as '%s'; we asked for %s or none"
                .formatted(PlainWords.oneLine(unknown.get()), ACCEPTED));
      if (!claimed.isEmpty()) remarks.add(notPacked(claimed.getFirst().word()));
      else unknown.ifPresent(name -> remarks.add(notPacked(name)));
    }

    private static String notPacked(String name) {
      return "its Content-Encoding says '%s', but the body is not compressed that way"
          .formatted(PlainWords.oneLine(name));
    }
  }

  private static UnusableResponseException damaged(IOException cause) {
    return new UnusableResponseException("the compressed body is truncated or damaged", cause);
  }

  private static UnusableResponseException bomb() {
    return new UnusableResponseException(
        "the body decompresses to more than " + MOST_UNPACKED_TIMES + " times its size");
  }
}
