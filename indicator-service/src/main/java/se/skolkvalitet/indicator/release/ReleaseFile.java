package se.skolkvalitet.indicator.release;

import jakarta.annotation.Nullable;

/**
 * A file of a release.
 *
 * @param bytes before it is compressed on its way
 * @param lines how many values it has, the header not counted; null of what is no list
 * @param sha256 of the file, in hexadecimal
 */
public record ReleaseFile(
        String name, String mediaType, long bytes, @Nullable Long lines, String sha256, String link) {}
