// Rate limits on the wire: sets of endpoints that share their buckets.
import Type from 'typebox'
import { ENDPOINT_SETS, type EndpointSetName, REFILL_SECONDS } from '../rate-limits.ts'
import { closed, oneOf } from '../schemas/vocabulary.ts'
import { type Shape, shape } from './shape.ts'

export interface RateLimitView {
  readonly name: EndpointSetName
  readonly endpoints: readonly { readonly method: string; readonly path: string }[]
}

export interface RateLimitPresenters {
  readonly rateLimit: Shape<[view: RateLimitView]>
}

const Setting = closed({ defaultValue: Type.Integer(), value: Type.Integer() })

/** Nothing changes a limit for one organization or project, so that each value is its own default. */
const setting = (value: number) => ({ defaultValue: value, value })

export const rateLimitPresenters: RateLimitPresenters = {
  rateLimit: shape(
    closed({
      capacity: Setting,
      endpointSetId: oneOf(Object.keys(ENDPOINT_SETS)),
      endpointSetName: Type.String(),
      endpoints: Type.Array(closed({ method: oneOf(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']), path: Type.String() }), {
        uniqueItems: true,
        maxItems: 100,
      }),
      refillDurationSeconds: Setting,
      refillRate: Setting,
      scope: oneOf(['IP', 'GROUP', 'ORGANIZATION', 'USER']),
    }),
    ({ name, endpoints }: RateLimitView) => {
      const { title, scope, capacity, refillRate } = ENDPOINT_SETS[name]
      return {
        capacity: setting(capacity),
        endpointSetId: name,
        endpointSetName: title,
        endpoints: endpoints.map(({ method, path }) => ({ method, path })),
        refillDurationSeconds: setting(REFILL_SECONDS),
        refillRate: setting(refillRate),
        scope: scope.toUpperCase(),
      }
    },
  ),
}
