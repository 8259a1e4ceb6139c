// Reads client credentials from an Authorization header of the Basic scheme. Total, like every parser of headers.
import { Secret } from '../platform/secret.ts'

export interface BasicCredentials {
  readonly id: string
  readonly secret: Secret
}

const LONGEST = 2048
const BASIC = /^basic[ \t]+([A-Za-z0-9+/_-]+={0,2})[ \t]*$/i

/** Undefined when there is no such header; id and secret may be percent-encoded, as RFC 6749 asks and few clients do. */
export function parseBasic(header: string | undefined): BasicCredentials | undefined {
  if (header === undefined || header.length > LONGEST) return undefined
  const encoded = BASIC.exec(header)?.[1]
  if (encoded === undefined) return undefined
  const pair = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = pair.indexOf(':')
  if (colon < 0) return undefined
  return { id: percentDecoded(pair.slice(0, colon)), secret: new Secret(percentDecoded(pair.slice(colon + 1))) }
}

// Ids and secrets are minted without "%", so that decoding never changes one that was sent raw.
function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
