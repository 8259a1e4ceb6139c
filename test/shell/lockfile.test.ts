// package-lock.json serves every platform: npm writes down only the builds that it could look up on the machine where it
// ran, and `npm ci` refuses a lockfile in which one is missing.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

interface Locked {
  readonly version?: string
  readonly optional?: boolean
  readonly resolved?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

type Packages = Readonly<Record<string, Locked>>

function readLockfile(): Packages {
  const { packages }: { packages: Packages } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8'),
  )
  return packages
}

/** The folders in which Node looks for a package of that name, seen from the package at `path`. */
function* placesFor(name: string, path: string): Generator<string> {
  for (let folder = path; folder !== ''; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    yield `${folder}/node_modules/${name}`
  }
  yield `node_modules/${name}`
}

test('the lockfile has an entry for each optional package, whatever the platform', () => {
  const packages = readLockfile()
  const wanted = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map((name) => ({ name, path })),
  )
  expect(wanted.length).toBeGreaterThan(50)
  const missing = wanted.filter(({ name, path }) => !placesFor(name, path).some((place) => place in packages))
  expect(missing).toEqual([])
})

test('the lockfile names no registry, so that it installs from whichever is set', () => {
  const named = Object.entries(readLockfile()).filter(([, { resolved }]) => resolved !== undefined)
  expect(named).toEqual([])
})
