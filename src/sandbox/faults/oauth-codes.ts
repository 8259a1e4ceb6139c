// The errors of the token endpoint, in OAuth's own words (RFC 6749, section 5.2).
import { TOKEN_OPERATIONS } from '../operation-names.ts'
import type { KnownCode } from './known-codes.ts'

/** Whether it is the token endpoint's, which answers in another shape than the API. */
export const isOauthOperation = (operationId: string): boolean => Object.values(TOKEN_OPERATIONS).includes(operationId)

export const OAUTH_CODES: ReadonlyMap<string, KnownCode> = new Map([
  ['access_denied', { status: 403, detail: 'Access Token limit reached.' }],
  ['invalid_client', { status: 401, detail: 'Invalid credentials provided.' }],
  ['invalid_grant', { status: 400, detail: 'The grant is invalid or has expired.' }],
  ['invalid_request', { status: 400, detail: 'The request is missing a parameter, repeats one or is malformed.' }],
  ['server_error', { status: 500, detail: 'An unexpected error occurred.' }],
  ['temporarily_unavailable', { status: 503, detail: 'The service is temporarily unavailable.' }],
  ['unsupported_grant_type', { status: 400, detail: 'The grant type must be client_credentials.' }],
])
