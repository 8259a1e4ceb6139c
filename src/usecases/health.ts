// Whether the store answers.
import * as organizations from '../store/organizations.ts'
import type { App } from './app.ts'

export async function isReachable({ db }: App): Promise<boolean> {
  try {
    await organizations.any(db.read)
    return true
  } catch {
    return false
  }
}
