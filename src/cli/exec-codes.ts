// What `atrium exec` exits with, where that is not the program's own code.

/** As `env` and `timeout` do, beside their 126 and 127, so that no failure of ours looks like the program's. */
export const COULD_NOT_START = 125
/** The program succeeded, but it used deprecated operations. */
export const DEPRECATED = 3
/** The program is there, but cannot be run. */
export const NOT_RUN = 126
export const NOT_FOUND = 127
