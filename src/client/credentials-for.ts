// Which credentials the options ask for, and the requests that these make on their own behalf.
import { AtlasError } from './atlas-error.ts'
import { type CallDeps, PREFIX } from './call.ts'
import { bearerOf, type Credentials } from './credentials.ts'
import { digestOf } from './digest.ts'
import type { Subject } from './error-of.ts'
import type { Answered } from './exchange.ts'
import type { Identity } from './options.ts'
import { persist } from './retry.ts'
import { serviceAccountOf } from './service-account.ts'

export interface CredentialsDeps extends CallDeps {
  readonly identity: Identity
}

export function credentialsFor(deps: CredentialsDeps): Credentials {
  const { identity } = deps
  switch (identity.kind) {
    case 'token':
      return bearerOf(identity.accessToken)
    case 'key':
      return digestOf(identity.key, {
        challenge: () => challenge(deps),
        noChallenge: ({ status }) => refusal(CHALLENGE, status, 'NO_DIGEST_CHALLENGE', NO_CHALLENGE),
        nonce: deps.surroundings.nonce,
      })
    case 'account':
      return serviceAccountOf(identity.account, {
        post: (name, authorization, form) => post(deps, name, authorization, form),
        noToken: ({ status }) =>
          refusal(subjectOf('token'), status, 'UNREADABLE_ANSWER', 'There is no access token in it.'),
        now: deps.surroundings.now,
      })
  }
}

/** The API's root: it has nothing to do, whatever comes of a request without credentials. */
const CHALLENGE: Subject = { operationId: 'getSystemStatus', method: 'GET', path: PREFIX }
const NO_CHALLENGE = 'The server did not ask for an HTTP digest with MD5 and qop=auth, which API keys sign in by.'

function challenge(deps: CredentialsDeps): Promise<Answered> {
  const { method, path } = CHALLENGE
  const headers = { Accept: 'application/vnd.atlas.2023-01-01+json' }
  const plan = {
    subject: CHALLENGE,
    repeatable: true,
    isExpected: ({ status }: Answered) => status < 500 && status !== 429,
  }
  return persist(deps, plan, () => deps.exchange({ method, url: deps.baseUrl + path, headers }), asItIs)
}

type OauthName = 'token' | 'revoke'

const subjectOf = (name: OauthName): Subject => ({
  operationId: name === 'token' ? 'oauthToken' : 'oauthRevoke',
  method: 'POST',
  path: `/api/oauth/${name}`,
})

/** Both endpoints may be asked again: a token that never arrived ends by itself. */
function post(deps: CredentialsDeps, name: OauthName, authorization: string, form: URLSearchParams): Promise<Answered> {
  const subject = subjectOf(name)
  const headers = {
    Accept: 'application/json',
    Authorization: authorization,
    'Content-Type': 'application/x-www-form-urlencoded',
  }
  const request = { method: subject.method, url: deps.baseUrl + subject.path, headers, body: form.toString() }
  return persist(deps, { subject, repeatable: true }, () => deps.exchange(request), asItIs)
}

const asItIs = (answered: Answered): Answered => answered

const refusal = (subject: Subject, status: number, errorCode: string, detail: string): AtlasError =>
  new AtlasError({ ...subject, status, errorCode, detail, attempts: 1 })
