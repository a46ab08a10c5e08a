import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServiceName, ServiceOrder } from './order.ts';

export interface Member {
  /** Two of the same service have different names. */
  readonly name: string;
  readonly order: ServiceOrder;
  readonly environment: Readonly<Record<string, string>>;
  /** Checkout whose code it runs. */
  readonly root: string;
  /** Program in it; the entry of chaos runs when absent. */
  readonly entry?: string;
}

/** Processes that are started again whenever they end, as an orchestrator does. */
export interface Crew {
  add(member: Member): void;
  /** SIGKILL for the process of this name, whatever it does. @returns what it did; null where there was none just then */
  kill(name: string): 'at work' | 'starting' | null;
  /** Whether the process of this name has said that it works. */
  isAtWork(name: string): boolean;
  /** Ends a member in order and for good. */
  dismiss(name: string): Promise<void>;
  /** Resolves once every process has said that it works; killed ones first come again. @throws Error when that takes too long */
  allAtWork(): Promise<void>;
  /** SIGKILLs given, and ends that nobody asked for, by service. */
  readonly counts: { readonly kills: Map<ServiceName, number>; readonly falls: Map<ServiceName, number> };
  /** How often a service told that the database refused it something. */
  readonly denied: () => number;
  stop(): Promise<void>;
}

const PAUSE_MS = 300;
const END_WITHIN_MS = 15_000;
const START_WITHIN_MS = 10 * 60_000;
/** What a service writes into its log when everything in it runs. */
const STARTED = '"msg":"started"';
/** What a service writes that works under a role with too few rights, or under none of its own. */
const DENIED = /permission denied|may not take the role/g;

interface Post {
  readonly member: Member;
  process: ChildProcess | null;
  wanted: boolean;
  killed: boolean;
  atWork: boolean;
  loop: Promise<void>;
}

export function startCrew(logFolder: string): Crew {
  const posts = new Map<string, Post>();
  let denied = 0;
  const counts = { kills: new Map<ServiceName, number>(), falls: new Map<ServiceName, number>() };
  const count = (counter: Map<ServiceName, number>, name: ServiceName): void => {
    counter.set(name, (counter.get(name) ?? 0) + 1);
  };
  const keep = async (post: Post): Promise<void> => {
    const { member } = post;
    const log = createWriteStream(join(logFolder, `${member.name}.log`), { flags: 'a' });
    while (post.wanted) {
      post.killed = false;
      post.process = start(member, log);
      post.process.stdout?.on('data', (bytes: Buffer) => {
        if (bytes.includes(STARTED)) post.atWork = true;
        denied += bytes.toString().match(DENIED)?.length ?? 0;
      });
      await once(post.process, 'exit');
      if (post.wanted && !post.killed) count(counts.falls, member.order.service);
      post.process = null;
      post.atWork = false;
      if (post.wanted) await sleep(PAUSE_MS);
    }
    log.end();
  };
  const dismiss = async (name: string): Promise<void> => {
    const post = posts.get(name);
    if (post === undefined) return;
    post.wanted = false;
    post.process?.kill('SIGTERM');
    const hard = setTimeout(() => post.process?.kill('SIGKILL'), END_WITHIN_MS);
    await post.loop;
    clearTimeout(hard);
    posts.delete(name);
  };
  return {
    add: (member) => {
      const post: Post = { member, process: null, wanted: true, killed: false, atWork: false, loop: Promise.resolve() };
      posts.set(member.name, post);
      post.loop = keep(post);
    },
    kill: (name) => {
      const post = posts.get(name);
      if (post?.process == null || post.killed) return null;
      const found = post.atWork ? 'at work' : 'starting';
      post.killed = true;
      post.atWork = false;
      count(counts.kills, post.member.order.service);
      post.process.kill('SIGKILL');
      return found;
    },
    isAtWork: (name) => posts.get(name)?.atWork === true,
    denied: () => denied,
    dismiss,
    allAtWork: async () => {
      for (let tries = 0; tries < START_WITHIN_MS / PAUSE_MS; tries++) {
        if ([...posts.values()].every((post) => post.atWork)) return;
        await sleep(PAUSE_MS);
      }
      const missing = [...posts.values()].filter((post) => !post.atWork).map((post) => post.member.name);
      throw new Error(`not at work: ${missing.join(', ')}; the logs in the folder of the run say why`);
    },
    counts,
    stop: async () => {
      await Promise.all([...posts.keys()].map(dismiss));
    },
  };
}

function start({ root, order, environment, entry = 'test/chaos/service.ts' }: Member, log: WriteStream): ChildProcess {
  const child = spawn(process.execPath, [join(root, entry), JSON.stringify(order)], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  return child;
}
