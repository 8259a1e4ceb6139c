// Calls of the start page to the sandbox that it belongs to.

/**
 * The answer as a value; undefined where it has no body. Throws what the sandbox says of a refusal.
 * @type {(method: string, path: string, body?: object) => Promise<any>}
 */
export async function drive(method, path, body) {
  // Without the dot, `clock:advance` would be an address of its own.
  const answer = await fetch(`./${path}`, { method, body: body === undefined ? null : JSON.stringify(body) })
  const text = await answer.text()
  if (!answer.ok) throw new Error(reasonIn(text) ?? `It answered ${answer.status}.`)
  return text === '' ? undefined : JSON.parse(text)
}

/** @type {(text: string) => string | undefined} */
function reasonIn(text) {
  try {
    const { detail } = JSON.parse(text)
    return typeof detail === 'string' ? detail : undefined
  } catch {
    return undefined
  }
}
