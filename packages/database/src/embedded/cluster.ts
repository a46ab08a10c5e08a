import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Binaries, findBinaries } from './binaries.ts';
import { findOwner, isClosedToOthers, type Owner } from './owner.ts';

export interface ClusterOptions {
  /** Folder of the cluster; made on first start. */
  readonly dataDir: string;
  /** Password of the owner account `lamro`; the same at every start. */
  readonly password: string;
  /** Programs to run; those of the installed package when absent. */
  readonly binaries?: Binaries;
  /** Settings as in postgresql.conf, e.g. `{ fsync: 'off' }` for tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface Cluster {
  readonly port: number;
  /** Connection string of the owner account for a database of this cluster. */
  url(database: string): string;
  /** Creates a database of this name unless there is one. */
  ensureDatabase(name: string): Promise<void>;
  /** Ends the server: open sessions are cut, everything committed stays. */
  stop(): Promise<void>;
}

const START_TRIES = 40;
const START_PAUSE_MS = 250;

/**
 * Starts PostgreSQL on a free loopback port. Creates the cluster when there is none; ends a server that a killed
 * earlier start left running on this folder, and waits until its last process is gone.
 *
 * @throws when the server does not come up, with the last lines that it printed
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const binaries = options.binaries ?? (await findBinaries());
  const owner = findOwner();
  const command = commandFor(owner, [options.dataDir, binaries.postgres]);
  if (!existsSync(join(options.dataDir, 'PG_VERSION'))) initialise(options, binaries, owner, command);
  await endLeftOver(options.dataDir);
  const port = await freePort();
  const server = await launch(options, binaries, command, port);
  return {
    port,
    url: (database) => urlOf(options.password, port, database),
    ensureDatabase: (name) => ensureDatabase(urlOf(options.password, port, 'postgres'), name),
    stop: () => stopServer(server),
  };
}

type Command = (
  program: string,
  args: readonly string[],
) => { program: string; args: string[]; uid?: number; gid?: number };

/**
 * How to run a program as the owner. Where a folder above the data shuts that account out, it is given the one
 * capability to pass through; the files themselves already belong to it.
 */
function commandFor(owner: Owner | null, paths: readonly string[]): Command {
  if (owner === null) return (program, args) => ({ program, args: [...args] });
  if (!paths.some(isClosedToOthers))
    return (program, args) => ({ program, args: [...args], uid: owner.uid, gid: owner.gid });
  const wrap = ['--reuid', `${owner.uid}`, '--regid', `${owner.gid}`, '--clear-groups'];
  // initdb asks with access(2) whether it may run the server; that call counts capabilities only under this bit.
  const caps = ['--securebits', '+no_setuid_fixup', '--inh-caps', '+dac_override', '--ambient-caps', '+dac_override'];
  return (program, args) => ({ program: 'setpriv', args: [...wrap, ...caps, program, ...args] });
}

function initialise(options: ClusterOptions, binaries: Binaries, owner: Owner | null, command: Command): void {
  // Made beside its place and renamed, so that a kill half-way leaves no cluster that looks whole.
  const fresh = `${options.dataDir}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  const passwordFile = join(dirname(options.dataDir), '.initdb-password');
  writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 });
  if (owner !== null) {
    chownSync(fresh, owner.uid, owner.gid);
    chownSync(passwordFile, owner.uid, owner.gid);
  }
  const run = command(binaries.initdb, [
    `--pgdata=${fresh}`,
    '--username=lamro',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-instructions',
  ]);
  try {
    execFileSync(run.program, run.args, { stdio: ['ignore', 'ignore', 'pipe'], ...identity(run) });
  } catch (cause) {
    throw new Error(`Không tạo được cơ sở dữ liệu trong ${options.dataDir}: ${lastLine(cause)}`, { cause });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  rmSync(options.dataDir, { recursive: true, force: true });
  renameSync(fresh, options.dataDir);
}

function identity(run: { uid?: number; gid?: number }): { uid?: number; gid?: number } {
  return run.uid === undefined || run.gid === undefined ? {} : { uid: run.uid, gid: run.gid };
}

function lastLine(error: unknown): string {
  const printed = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  return printed.trim().split('\n').at(-1) ?? 'không rõ nguyên nhân';
}

/** A start that was killed leaves its server behind; nobody else may own this folder (the caller holds its lock). */
async function endLeftOver(dataDir: string): Promise<void> {
  const file = join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return;
  const [first, folder] = readFileSync(file, 'utf8').split('\n');
  const pid = Number(first);
  if (!Number.isInteger(pid) || pid <= 1 || folder !== dataDir || !isPostgres(pid)) return;
  process.kill(pid, 'SIGINT');
  for (let tries = 0; tries < START_TRIES && isPostgres(pid); tries++) await sleep(START_PAUSE_MS);
  if (isPostgres(pid)) process.kill(pid, 'SIGQUIT');
}

function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    // No such process: the usual case after a clean machine restart.
    return false;
  }
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes('postgres');
}

async function launch(
  options: ClusterOptions,
  binaries: Binaries,
  command: Command,
  port: number,
): Promise<ChildProcess> {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    log_min_messages: 'warning',
    max_connections: '200',
    shared_buffers: '256MB',
    ...options.settings,
  };
  const flags = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  let printed = '';
  for (let tries = 0; tries < START_TRIES; tries++) {
    const run = command(binaries.postgres, ['-D', options.dataDir, '-p', `${port}`, ...flags]);
    // Its own process group: Ctrl-C in a terminal must reach our services first and the database last.
    const server = spawn(run.program, run.args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
      ...identity(run),
    });
    server.stderr?.on('data', (chunk) => {
      printed = `${printed}${chunk}`.slice(-2_000);
    });
    server.on('error', (error) => {
      printed = error.message;
    });
    if (await answers(server, urlOf(options.password, port, 'postgres'))) return server;
    // After a killed start its last processes still hold the shared memory for a moment.
    if (!/shared memory|lock file/.test(printed)) break;
    await sleep(START_PAUSE_MS);
  }
  throw new Error(
    `PostgreSQL không khởi động được trong ${options.dataDir}: ${printed.trim().split('\n').at(-1) ?? ''}`,
  );
}

async function answers(server: ChildProcess, url: string): Promise<boolean> {
  for (let tries = 0; tries < 4 * START_TRIES; tries++) {
    if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return false;
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      return true;
    } catch {
      // Not listening yet, or still replaying its log after a kill.
      await sleep(START_PAUSE_MS);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return false;
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  server.kill('SIGINT');
  const quit = setTimeout(() => server.kill('SIGQUIT'), 6_000);
  await ended;
  clearTimeout(quit);
}

async function ensureDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const known = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (known.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

function urlOf(password: string, port: number, database: string): string {
  return `postgres://lamro:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('không có cổng trống')),
      );
    });
  });
}
