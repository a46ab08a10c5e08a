import { z } from 'zod';

const linkSchema = z.looseObject({ specifier: z.string(), version: z.string() });
const kindsSchema = z.record(z.string(), z.record(z.string(), linkSchema));
const edgesSchema = z.record(z.string(), z.string()).default({});
/** The parts of pnpm-lock.yaml, version 9, that say what is installed and from where. */
export const lockfileSchema = z.looseObject({
  lockfileVersion: z.literal('9.0'),
  overrides: z.record(z.string(), z.string()).default({}),
  patchedDependencies: z.record(z.string(), z.unknown()).default({}),
  importers: z.record(z.string(), kindsSchema),
  packages: z.record(z.string(), z.looseObject({ resolution: z.looseObject({}), deprecated: z.string().optional() })),
  snapshots: z.record(z.string(), z.looseObject({ dependencies: edgesSchema, optionalDependencies: edgesSchema })),
});
export type Lockfile = z.output<typeof lockfileSchema>;

const PACKAGE = /^((?:@[\w.-]+\/)?[\w.-]+)@(\d+\.\d+\.\d+(?:-[\w.-]+)?)$/;
const EXACT = /^\d+\.\d+\.\d+(-[\w.-]+)?$/;
const SHA512 = /^sha512-[A-Za-z0-9+/]{86}==$/;

/** What comes from elsewhere than the registry, unhashed, unpinned, patched or given up by its authors. Empty where nothing does. */
export function findOrigins({ packages, importers, overrides, patchedDependencies }: Lockfile): readonly string[] {
  const faults: string[] = [];
  for (const [key, { resolution, deprecated }] of Object.entries(packages)) {
    if (!PACKAGE.test(key)) faults.push(`${key}: no name and version of a registry`);
    const { integrity, ...elsewhere } = resolution;
    if (typeof integrity !== 'string' || !SHA512.test(integrity)) faults.push(`${key}: no SHA-512`);
    for (const name of Object.keys(elsewhere)) faults.push(`${key}: resolved by ${name}`);
    if (deprecated !== undefined) faults.push(`${key}: deprecated, ${deprecated}`);
  }
  for (const [folder, kinds] of Object.entries(importers))
    for (const [name, { specifier, version }] of Object.values(kinds).flatMap((links) => Object.entries(links))) {
      const own = specifier === 'workspace:*' && name.startsWith('@lamro/') && version.startsWith('link:');
      if (!own && (!EXACT.test(specifier) || !version.startsWith(specifier)))
        faults.push(`${folder}: ${name} as ${specifier} is ${version}`);
    }
  for (const [name, to] of Object.entries(overrides)) if (to !== '-') faults.push(`${name}: overridden by ${to}`);
  for (const name of Object.keys(patchedDependencies)) faults.push(`${name}: patched`);
  return faults;
}

/** Versions of each package that a running system can load: what its workspace folders depend on, and what that depends on. */
export function productionVersions({ importers, snapshots }: Lockfile): ReadonlyMap<string, ReadonlySet<string>> {
  const seen = new Set<string>();
  const walk = (name: string, version: string): void => {
    const key = snapshots[`${name}@${version}`] === undefined ? version : `${name}@${version}`;
    const snapshot = snapshots[key];
    if (snapshot === undefined || seen.has(key)) return;
    seen.add(key);
    for (const edges of [snapshot.dependencies, snapshot.optionalDependencies])
      for (const [inner, at] of Object.entries(edges)) walk(inner, at);
  };
  for (const kinds of Object.values(importers))
    for (const kind of ['dependencies', 'optionalDependencies'])
      for (const [name, { version }] of Object.entries(kinds[kind] ?? {})) walk(name, version);
  const versions = new Map<string, Set<string>>();
  for (const key of seen) {
    const [, name = key, version = ''] = PACKAGE.exec(key.replace(/\(.*/, '')) ?? [];
    versions.set(name, (versions.get(name) ?? new Set()).add(version));
  }
  return versions;
}

/** Names of which more than one major version is loaded: a mended one beside one that nobody mends. */
export function findDoubles(versions: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  return [...versions]
    .filter(([, found]) => new Set([...found].map((version) => version.split('.')[0])).size > 1)
    .map(([name]) => name);
}
