/// URLs: read as browsers read them, encoded, and compared.
///
/// [Url] reads an absolute URL or a reference; [PercentEncoding] is the only place that encodes;
/// [BaseUrl] is where the outside finds us; [UrlSecrets] hides passwords and tokens before a URL is
/// shown; [Network] is a range of the addresses that hosts have.
@NullMarked
package dev.seguia.url;

import org.jspecify.annotations.NullMarked;
