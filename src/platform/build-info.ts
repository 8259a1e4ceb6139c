// Which build this is. The bundler puts both values in; the sources run as they are have neither.
declare const __ATRIUM_VERSION__: string | undefined
declare const __ATRIUM_GIT_HASH__: string | undefined

/** The version in package.json, `0.0.0` when run from the sources. */
export const version = typeof __ATRIUM_VERSION__ === 'string' ? __ATRIUM_VERSION__ : '0.0.0'

/** The commit that was built, 40 hexadecimal characters; all zeros when it is not known. */
export const gitHash = typeof __ATRIUM_GIT_HASH__ === 'string' ? __ATRIUM_GIT_HASH__ : '0'.repeat(40)
