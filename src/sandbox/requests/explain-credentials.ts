// Why credentials were refused, in words. Callers are told nothing of the kind; in the sandbox they are.
import type { Seen } from '../../api/trace.ts'
import { redactText } from './redact.ts'
import { claimed } from './words.ts'

type CredentialFault = Seen['credentialFault']

/** What a digest client's first request is called, and every other without credentials. */
const ASKED_FOR_DIGEST = 'asked for a digest; clients try again with one'

/** `asksForToken` where it is the token endpoints that were called. */
export function explainCredentials(fault: CredentialFault, asksForToken: boolean): string {
  switch (fault.code) {
    case 'no_credentials':
      return asksForToken ? 'the client id and secret must come in a Basic Authorization header' : ASKED_FOR_DIGEST
    case 'unreadable_credentials':
      return asksForToken
        ? 'the Authorization header cannot be read: it must be Basic, with the client id and secret'
        : 'the Authorization header cannot be read: it must be Digest with MD5 and qop=auth, or Bearer'
    case 'digest_is_off':
      return 'API keys may not sign in with a digest here'
    case 'unreadable_token':
      return 'what stands behind Bearer is no token'
    case 'unknown_token':
      return 'the token was never issued here, or has been revoked, or its service account is gone'
    default:
      return explainClaim(fault, claimed(fault.name))
  }
}

function explainClaim(fault: Extract<CredentialFault, { name: string }>, name: string): string {
  switch (fault.code) {
    case 'foreign_realm':
      return `the digest of ${name} is for another realm than "MMS Public API"`
    case 'foreign_uri':
      return `the digest of ${name} is for another path: ${claimed(redactText(fault.uri))}`
    case 'unknown_public_key':
      return `no API key has the public key ${name}`
    case 'wrong_private_key':
      return `the private key of ${name} is not the one that signed this`
    case 'old_nonce':
      return 'the nonce is old: the client has to ask again, most do by themselves'
    case 'used_counter':
      return `this very digest of ${name} has come before: each request has to count on`
    case 'expired_token':
      return `the token of ${name} has expired: it lived for an hour, and a new one must be asked for`
    case 'unknown_client':
      return `no service account has the client id ${name}`
    case 'wrong_client_secret':
      return `the secret is none of ${name}, or it has expired`
  }
}
