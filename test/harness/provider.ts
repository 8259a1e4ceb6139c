// A real OpenID Connect provider on loopback, whose people sign in without being asked.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { onTestFinished } from 'vitest'
import type { OidcSettings } from '../../src/identity/oidc.ts'
import { Secret } from '../../src/platform/secret.ts'

/** What the provider says of each of its people, by the hint that names them. */
export type ProvidedPeople = Readonly<Record<string, Readonly<Record<string, unknown>>>>

export interface TestProvider {
  readonly settings: OidcSettings
  /** Lets the server at this address send people here, and makes the provider answer. */
  serve(redirectUri: string, people: ProvidedPeople): void
}

const CLIENT = { clientId: 'atrium', clientSecret: 'a secret that only the two of them know' }

/** Listens at once, because the address of a provider has to be known before its clients are; answers from `serve` on. */
export async function startProvider(): Promise<TestProvider> {
  let answer: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) => {
    response.writeHead(503).end()
  }
  const server = createServer((request, response) => answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const issuer = `http://127.0.0.1:${portOf(server.address())}`
  return {
    settings: { issuer, clientId: CLIENT.clientId, clientSecret: new Secret(CLIENT.clientSecret) },
    serve: (redirectUri, people) => {
      const provider = newProvider(issuer, redirectUri, people)
      const callback = provider.callback()
      answer = (request, response) => {
        if (request.url?.startsWith('/interaction/')) void signIn(provider, request, response)
        else void callback(request, response)
      }
    },
  }
}

function newProvider(issuer: string, redirectUri: string, people: ProvidedPeople): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    claims: { email: ['email', 'email_verified'], profile: ['given_name', 'family_name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => {
      const claims = people[sub]
      return claims && { accountId: sub, claims: () => ({ sub, ...claims }) }
    },
    cookies: { keys: ['only for tests'] },
  })
}

/** Signs in whoever the hint names, and grants what is asked for; somebody unknown cancels. */
async function signIn(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { params, prompt, session } = await provider.interactionDetails(request, response)
  const accountId = String(params['login_hint'] ?? '')
  if (accountId === 'cancels') {
    await provider.interactionFinished(request, response, { error: 'access_denied' })
    return
  }
  if (prompt.name === 'login') {
    await provider.interactionFinished(request, response, { login: { accountId } })
    return
  }
  const grant = new provider.Grant({ accountId: session?.accountId ?? accountId, clientId: CLIENT.clientId })
  grant.addOIDCScope('openid email profile')
  await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } })
}

const portOf = (address: string | AddressInfo | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0
