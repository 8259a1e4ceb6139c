// The settings of the OpenID Connect provider at which people may sign in instead of by a password.
import { secret } from './config-values.ts'
import * as values from './mail-values.ts'
import { setting } from './setting.ts'

/** https, or http on this machine: what the provider says of people must not be changed on its way. */
function issuer(text: string): string | undefined {
  if (values.webAddress(text) === undefined) return undefined
  const { hostname, protocol } = new URL(text)
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname) ? text : undefined
}

/** All of them or none. */
export const oidcSettings = {
  oidcIssuer: setting({
    name: 'OIDC_ISSUER',
    about:
      'The OpenID Connect provider at which people may sign in. It must confirm their addresses (`email_verified`), and ' +
      'send them back to PUBLIC_URL followed by /sign-in/provider/return. It goes with OIDC_CLIENT_ID and ' +
      'OIDC_CLIENT_SECRET.',
    form: 'the issuer’s https address, or http on this machine',
    fallback: '',
    parse: values.orNone(issuer),
  }),
  oidcClientId: setting({
    name: 'OIDC_CLIENT_ID',
    about: 'What the provider knows this server by.',
    form: 'a client id',
    fallback: '',
    parse: (text) => text,
  }),
  oidcClientSecret: setting({
    name: 'OIDC_CLIENT_SECRET',
    about: 'What this server proves itself with to the provider.',
    form: 'a client secret',
    fallback: '',
    secret: true,
    parse: secret,
  }),
}
