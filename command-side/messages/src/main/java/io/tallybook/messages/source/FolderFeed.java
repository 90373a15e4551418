package io.tallybook.messages.source;

import io.tallybook.messages.Invalid;

/**
 * A folder watched for files.
 *
 * @param path below the folder that the installation opens to sources; empty is that folder itself
 * @param glob which files, such as {@code *.csv}; never of folders inside
 */
public record FolderFeed(String path, String glob) {
    public FolderFeed {
        Invalid.unless(
                path.matches("([A-Za-z0-9_][A-Za-z0-9._ -]{0,63}(/[A-Za-z0-9_][A-Za-z0-9._ -]{0,63}){0,7})?")
                        && !path.contains(".."),
                "a folder is written like flow-computers/north, below the folder opened to sources");
        Invalid.unless(
                glob.matches("[^/\\\\\\p{Cntrl}]{1,100}"), "a file pattern is written like *.csv and names no folder");
    }
}
