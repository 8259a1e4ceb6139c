// The limits in force, from what the setting says of them.
import { ATLAS_LIMITS, type QuantityLimits } from '../domain/limits.ts'
import type { QuantitySetting } from '../platform/quantity-setting.ts'

/** Undefined where nothing is limited, which spares counting. */
export function quantityLimitsOf({ base, own }: QuantitySetting): Partial<QuantityLimits> | undefined {
  const all = Object.entries({ ...(base === 'atlas' ? ATLAS_LIMITS : {}), ...own })
  const set = all.flatMap(([name, limit]) => (limit === undefined ? [] : [[name, limit]]))
  return set.length === 0 ? undefined : Object.fromEntries(set)
}
