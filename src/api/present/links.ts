// Where things are: addresses in the caller's dialect, from the configured base, never from the Host header.

export interface Link {
  readonly href: string
  readonly rel: string
  readonly [key: string]: string
}

/** How links are made for one dialect. */
export interface Links {
  /** The address of a path of this dialect, such as `/orgs/{orgId}` filled in. */
  href(path: string): string
  /** The relation of a neighbouring resource, such as `groups`. */
  rel(name: string): string
}

export const selfLink = (links: Links, path: string): Link => ({ href: links.href(path), rel: 'self' })

/** Links to what stands under `path`, one each of `names`. */
export const linksUnder = (links: Links, path: string, names: readonly string[]): readonly Link[] =>
  names.map((name) => ({ href: links.href(`${path}/${name}`), rel: links.rel(name) }))
