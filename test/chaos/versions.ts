import { execFileSync } from 'node:child_process';
import { cpSync, globSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './faults.ts';
import { openWorld, type World, type WorldOptions } from './world.ts';

const ROOT = join(import.meta.dirname, '../..');
const MIGRATIONS = 'packages/database/src/migrations';

/** A checkout as it was before the newest migration, ready to run. */
export interface OldCheckout {
  readonly root: string;
  /** The migration that it does not know. */
  readonly missing: string;
  readonly commit: string;
  remove(): void;
}

/** @throws Error outside of a git checkout, or where the old dependencies are not at hand */
export function checkOutBeforeNewestMigration(folder: string): OldCheckout {
  const git = (...args: string[]): string => execFileSync('git', ['-C', ROOT, ...args], { encoding: 'utf8' }).trim();
  const missing =
    git('log', '-1', '--diff-filter=A', '--name-only', '--format=', '--', MIGRATIONS).split('\n')[0] ?? '';
  const commit = git('log', '-1', '--format=%H^', '--diff-filter=A', '--', missing);
  git('worktree', 'add', '--detach', '--force', folder, commit);
  const pnpm = ['--yes', 'pnpm@12.21.0', 'install', '--offline', '--frozen-lockfile'];
  execFileSync('npx', pnpm, { cwd: folder, stdio: 'ignore' });
  // The old code is run by the present run's own entry.
  cpSync(join(ROOT, 'test/chaos'), join(folder, 'test/chaos'), { recursive: true });
  return {
    root: folder,
    missing: basename(missing, '.sql'),
    commit: git('rev-parse', '--short', commit),
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
    execFileSync(process.execPath, ['--input-type=module', '-e', script, url], { cwd: old.root, stdio: 'inherit' });
  };
  return openWorld({ ...options, migrateWith, services: ['crawler', 'classifier', 'dispatcher'], root: old.root });
}

/** Old services at work; new ones come beside them and migrate under their feet; both work; the old ones go. */
export function upgradeUnderWay(old: OldCheckout): Fault {
  return {
    name: `two versions at once (${old.commit} before ${old.missing})`,
    play: async (world) => {
      const workers = ['crawler', 'classifier', 'dispatcher'] as const;
      await sleep(8_000);
      world.employ('api');
      for (const service of workers) world.employ(service, { name: `${service}-new` });
      await sleep(12_000);
      // An old one that ends meanwhile must be able to start again on the new schema.
      for (const service of workers) world.crew.kill(service);
      await sleep(12_000);
      for (const service of workers) await world.crew.dismiss(service);
      const { rows } = await world.pool().query<{ name: string }>('select name from migrations');
      const known = globSync(join(ROOT, MIGRATIONS, '*.sql')).length;
      return { 'migrations of the new': known, 'migrations applied': rows.length };
    },
  };
}
