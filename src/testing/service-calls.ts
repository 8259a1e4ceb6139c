// Calling the API as the first service account: its access token, and `fetch` with it.
import { ACCEPT } from '../sandbox/first-steps.ts'
import { errorOf } from './ask.ts'
import type { Fetch } from './fetch-over.ts'
import type { Atrium } from './types.ts'

export interface ServiceCalls extends Pick<Atrium, 'token' | 'fetch'> {
  /** The next call asks for another token. */
  forgetToken(): void
}

/** One token serves all calls of `fetch`, while `token` asks for a new one each time. */
export function serviceCalls(url: string, account: () => Atrium['serviceAccount'], send: Fetch): ServiceCalls {
  let kept: Promise<string> | undefined
  const token = async (): Promise<string> => {
    const { clientId, clientSecret } = account()
    const answer = await send(`${url}/api/oauth/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    })
    const text = await answer.text()
    if (!answer.ok) throw errorOf(answer.status, text)
    const { access_token: granted }: { access_token: string } = JSON.parse(text)
    return granted
  }
  const keptToken = (): Promise<string> => {
    kept ??= token()
    const current = kept
    // A refusal is for whoever asked: the next call tries again.
    current.catch(() => {
      if (kept === current) kept = undefined
    })
    return current
  }
  return {
    token,
    forgetToken: () => {
      kept = undefined
    },
    fetch: async (path, init = {}) => {
      if (!/^\//.test(path))
        throw new TypeError(`The path must begin with a slash, as in /api/atlas/v2/orgs, not ${path}`)
      const headers = new Headers(init.headers)
      const set = (name: string, value: string): void => {
        if (!headers.has(name)) headers.set(name, value)
      }
      set('Accept', path.startsWith('/api/atlas/v2') ? ACCEPT : 'application/json')
      if (typeof init.body === 'string') set('Content-Type', 'application/json')
      if (!headers.has('Authorization')) headers.set('Authorization', `Bearer ${await keptToken()}`)
      return send(url + path, { ...init, headers })
    },
  }
}
