// Where somebody may be sent on to: never to another site, whatever an address says.

const OURS = 'http://own.invalid'

/** The path with its query, if browsers take it for one of ours; undefined for everything else. */
export function ownPath(text: string | null | undefined): string | undefined {
  if (!text?.startsWith('/') || !URL.canParse(text, OURS)) return undefined
  const url = new URL(text, OURS)
  // Browsers read `//host`, `/\host` and the like as another site's address, and drop tabs and line ends before that;
  // `/..//host` becomes one of them once it has been made shorter.
  const isForeign = url.origin !== OURS || [text.replaceAll(/[\t\r\n]/g, ''), url.pathname].some(namesHost)
  return isForeign ? undefined : url.pathname + url.search
}

const namesHost = (path: string): boolean => /^\/[/\\]/.test(path)
