// Which folder of src/ may import which. One way only; tools/boundaries.mjs runs it and proves that each rule bites.

/** What each folder may import of the others; whatever is not named is forbidden. */
const MAY_IMPORT = {
  platform: [],
  domain: ['platform'],
  store: ['domain', 'platform'],
  identity: ['store', 'domain', 'platform'],
  usecases: ['store', 'domain', 'platform'],
  i18n: ['domain', 'platform'],
  mail: ['i18n', 'domain', 'platform'],
  api: ['usecases', 'identity', 'domain', 'platform'],
  portal: ['usecases', 'identity', 'i18n', 'domain', 'platform'],
  // Of identity because the links in mails are made of secrets that only identity can open and mint.
  jobs: ['usecases', 'mail', 'identity', 'store', 'i18n', 'domain', 'platform'],
  // The file format of a seed: what writes and reads one needs no store.
  seed: ['domain', 'platform'],
  sandbox: ['seed', 'api', 'usecases', 'store', 'i18n', 'domain', 'platform'],
  http: ['api', 'portal', 'identity', 'usecases', 'store', 'i18n', 'domain', 'platform'],
  // Puts the parts together: the one place that knows all of them.
  assembly: ['http', 'jobs', 'sandbox', 'seed', 'mail', 'identity', 'usecases', 'store', 'i18n', 'domain', 'platform'],
  testing: ['assembly', 'sandbox', 'seed', 'domain', 'platform'],
  // For the clock, the randomness and the version that it takes unless others are handed in.
  client: ['platform'],
  capture: ['client', 'seed', 'domain', 'platform'],
  cli: [
    'assembly',
    'capture',
    'client',
    'http',
    'jobs',
    'sandbox',
    'seed',
    'mail',
    'identity',
    'usecases',
    'store',
    'i18n',
    'domain',
    'platform',
  ],
}

const oneWay = Object.entries(MAY_IMPORT).map(([folder, others]) => ({
  name: `${folder}-one-way`,
  comment: `${folder} may import ${others.length > 0 ? others.join(', ') : 'no other folder'}.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: `^src/(${[folder, ...others].join('|')})/` },
}))

module.exports = {
  forbidden: [
    ...oneWay,
    {
      name: 'known-folders',
      comment: 'Every file of src/ lies in a folder that has a rule.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(${Object.keys(MAY_IMPORT).join('|')})/` },
      to: {},
    },
    {
      name: 'domain-platform-types',
      comment: 'The domain takes types from platform, never code.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { path: '^src/platform/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'domain-no-packages',
      comment: 'The domain is pure: neither packages nor what Node brings.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: '^src/' },
    },
    {
      name: 'sql-in-store',
      comment: 'SQL, its builder and its drivers stand in store/ alone.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/' },
      to: { path: '(^|node_modules/)(kysely|pg|(node:)?sqlite)(/|$)' },
    },
    {
      name: 'sandbox-in-dev',
      comment: 'Only worlds have a sandbox, and what starts them: `dev`, `exec` and the library for tests.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(sandbox/|testing/|assembly/world|cli/(dev|exec))' },
      to: { path: '^src/sandbox/' },
    },
    {
      name: 'sandbox-not-in-serve',
      comment: '`serve` does not reach the sandbox by any way.',
      severity: 'error',
      from: { path: '^src/cli/serve' },
      to: { path: '^src/sandbox/', reachable: true },
    },
    {
      name: 'no-cycles',
      comment: 'Files that import each other cannot be understood one by one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'src-only',
      comment: 'What is shipped needs neither tests nor tools.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|tools|bench|web)/' },
    },
    {
      name: 'runtime-dependencies',
      comment: 'What is shipped imports packages that package.json names as dependencies.',
      severity: 'error',
      // Whoever loads that file has Vitest: it is an optional peer.
      from: { path: '^src/', pathNot: '^src/testing/vitest\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.test\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
