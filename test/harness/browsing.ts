// A visitor without a browser: keeps cookies by host and follows redirects, over sites too.
import { type Exchange, exchange } from './http-client.ts'

export interface Browsing {
  /** Asks for the address and follows where it leads; the answer at the end, and its address. */
  open(url: string): Promise<Exchange & { readonly url: string }>
  /** Asks for the address and does not follow. */
  step(url: string): Promise<Exchange>
  /** Sends a form from a page of the same site, and does not follow. */
  send(url: string, form: Readonly<Record<string, string>>): Promise<Exchange>
  /** What would be sent to the site as Cookie. */
  cookies(url: string): string
}

const MOST_REDIRECTS = 20

/** Somebody without any cookie, who sends these headers always. */
export function browse(always: Readonly<Record<string, string>> = {}): Browsing {
  const jars = new Map<string, Map<string, string>>()
  const jarOf = (url: string): Map<string, string> => {
    const { host } = new URL(url)
    const jar = jars.get(host) ?? new Map<string, string>()
    jars.set(host, jar)
    return jar
  }
  const cookies = (url: string): string => [...jarOf(url)].map(([name, value]) => `${name}=${value}`).join('; ')
  const ask = async (url: string, method: string, more: Readonly<Record<string, string>>, body?: string) => {
    const { pathname, search } = new URL(url)
    const headers = { Accept: 'text/html', Cookie: cookies(url), ...always, ...more }
    const answer = await exchange(new URL(url).origin, { method, target: pathname + search, headers, body })
    for (const cookie of answer.headers['set-cookie'] ?? []) keep(jarOf(url), cookie)
    return answer
  }
  return {
    cookies,
    step: (url) => ask(url, 'GET', {}),
    open: async (url) => {
      let at = url
      for (let followed = 0; followed < MOST_REDIRECTS; followed += 1) {
        const answer = await ask(at, 'GET', {})
        if (answer.headers.location === undefined) return { ...answer, url: at }
        at = new URL(answer.headers.location, at).href
      }
      throw new Error(`${url} leads in circles.`)
    },
    send: (url, form) =>
      ask(
        url,
        'POST',
        {
          'Content-Type': 'application/x-www-form-urlencoded',
          Origin: new URL(url).origin,
          'Sec-Fetch-Site': 'same-origin',
        },
        new URLSearchParams(form).toString(),
      ),
  }
}

function keep(jar: Map<string, string>, cookie: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
  if (value === '' || /;\s*max-age=0/i.test(cookie)) jar.delete(name)
  else jar.set(name, value)
}
