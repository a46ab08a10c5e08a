import { execFile, execFileSync } from 'node:child_process';
import { cpSync, globSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Fault, lasting } from './fault.ts';
import { SERVICES } from './order.ts';
import { openWorld, type World, type WorldOptions } from './world.ts';

const ROOT = join(import.meta.dirname, '../..');
const MIGRATIONS = 'packages/database/src/migrations';
/** Migrations that an upgrade brings at least. */
const BEHIND = 2;
const RIGHTS = 'packages/database/src/rights/service-rights.ts';

/** A checkout of an earlier version, ready to run. */
export interface OldCheckout {
  readonly root: string;
  readonly commit: string;
  /** Migrations that it does not know. */
  readonly missing: number;
  remove(): void;
}

/**
 * Checks out the newest commit that is some migrations behind, whose migrations are a beginning of the
 * present ones and whose services work under roles of their own; or the one named.
 *
 * @throws Error outside of a git checkout with history, or where the old dependencies are not at hand
 */
export function checkOutBefore(folder: string, named?: string): OldCheckout {
  const git = (...args: string[]): string => execFileSync('git', ['-C', ROOT, ...args], { encoding: 'utf8' }).trim();
  const now = globSync(join(ROOT, MIGRATIONS, '*.sql'))
    .map((path) => basename(path))
    .sort();
  const listed = (commit: string): string[] =>
    git('ls-tree', '--name-only', commit, `${MIGRATIONS}/`)
      .split('\n')
      .map((path) => basename(path))
      .filter((name) => name.endsWith('.sql'));
  const changes = git('log', '--format=%H', '--', MIGRATIONS).split('\n');
  const found = (named === undefined ? changes.map((change) => `${change}^`) : [named])
    .map((commit) => ({ commit, names: listed(commit) }))
    .filter(({ commit }) => git('ls-tree', '--name-only', commit, RIGHTS) !== '')
    .find(({ names }) => names.length <= now.length - BEHIND && names.every((name, at) => name === now[at]));
  if (found === undefined)
    throw new Error(`no earlier commit is ${BEHIND} migrations behind with a beginning of the present ones`);
  git('worktree', 'add', '--detach', '--force', folder, found.commit);
  const pnpm = ['--yes', 'pnpm@12.21.0', 'install', '--offline', '--frozen-lockfile'];
  execFileSync('npx', pnpm, { cwd: folder, stdio: 'ignore' });
  // Crawler and dispatcher need an entry of ours, which lets them fetch from and post to loopback.
  cpSync(join(ROOT, 'test/chaos'), join(folder, 'test/chaos'), { recursive: true });
  return {
    root: folder,
    commit: git('rev-parse', '--short', found.commit),
    missing: now.length - found.names.length,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
      git('worktree', 'prune');
    },
  };
}

/** A world whose schema and services are those of the old checkout; people come with the new one. */
export function openOldWorld(old: OldCheckout, options: Pick<WorldOptions, 'backend'>): Promise<World> {
  const migrateWith = async (url: string): Promise<void> => {
    const script = `const { migrate } = await import('@lamro/database'); await migrate(process.argv[1]);`;
    // Not in step: this process stands between the database and whoever connects.
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, url], { cwd: old.root });
  };
  const { root } = old;
  const services = [
    ['crawler', { name: 'crawler-old', root }],
    ['classifier', { name: 'classifier-old', root, entry: 'services/classifier/src/main.ts' }],
    ['dispatcher', { name: 'dispatcher-old', root }],
  ] as const;
  return openWorld({ ...options, migrateWith, services });
}

/** Old services at work; new ones come beside them and migrate under their feet; both work; the old ones go. */
export function upgradeUnderWay(old: OldCheckout): Fault {
  return {
    name: 'two versions at once',
    share: lasting(45),
    play: async (world) => {
      const workers = ['crawler', 'classifier', 'dispatcher'] as const;
      await sleep(5_000);
      for (const service of SERVICES) world.employ(service);
      await world.crew.allAtWork();
      await sleep(5_000);
      // An old one that ends meanwhile must be able to start again on the new schema.
      for (const service of workers) world.crew.kill(`${service}-old`);
      await world.crew.allAtWork();
      await sleep(5_000);
      for (const service of workers) await world.crew.dismiss(`${service}-old`);
      const { rows } = await world.pool().query<{ name: string }>('select name from migrations');
      return { 'migrations under way': old.missing, 'migrations in the end': rows.length };
    },
  };
}
