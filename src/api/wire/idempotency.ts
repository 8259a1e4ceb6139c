// The Idempotency-Key header, and what makes one request the same as another (docs/wire/batch.md).
import { createHash } from 'node:crypto'
import { refuse } from '../../domain/faults.ts'
import type { Repeat } from '../../usecases/batches.ts'
import type { ApiRequest } from '../judge.ts'

const KEY = /^[\x21-\x7e]{1,255}$/

/** By what the request is known when it is sent again; undefined when its caller gave it no key. */
export function repeatOf(
  { idempotencyKey: key, method, path }: Pick<ApiRequest, 'idempotencyKey' | 'method' | 'path'>,
  body: Uint8Array | undefined,
): Repeat | undefined {
  if (key === undefined) return undefined
  if (!KEY.test(key)) refuse({ code: 'invalid_idempotency_key' })
  const hash = createHash('sha256').update(`${method} ${path}\n`)
  return { key, requestHash: hash.update(body ?? '').digest('hex') }
}
