/// Tests of the web server, through real connections.
@NullMarked
package dev.seguia.web;

import org.jspecify.annotations.NullMarked;
