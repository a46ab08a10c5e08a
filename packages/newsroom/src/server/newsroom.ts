import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { composeEdition, type Edition, type OfficialRecord } from '../edition/edition.ts';
import { isoLanguage } from '../outlet/outlet.ts';
import { outletDefinitions } from '../outlet/outlets.ts';
import { type TrueArticle, truthOf } from '../truth/truth.ts';
import { Issue, type Step } from './issue.ts';
import { pressApp } from './press.ts';
import { type SourceDefinition, sourcesOf } from './sources.ts';

export interface NewsroomOptions {
  /** The moment that the news is dated from. */
  now: Date;
  seed?: number;
  /** One port for all outlets (each has an address of its own), or 0, the default, for any free one each. */
  port?: number;
  /** Port that addresses in pages and feeds name, where a proxy stands before the outlets; the one listened on when left out. */
  namedPort?: number;
  /** Gives the time of edits and later publications; the wall clock when left out. */
  clock?: () => Date;
  /** Starts with empty front pages; articles come out one by one by `publishNext`. */
  startsEmpty?: boolean;
}

export interface ServedOutlet {
  id: string;
  name: string;
  country: string;
  /** ISO 639-1. */
  language: string;
  origin: string;
  kind: SourceDefinition['kind'];
  sourceUrl: string;
  charset: string;
  /** The profile whose official portal this is. */
  official?: string;
}

export interface Newsroom {
  edition: Edition;
  outlets: readonly ServedOutlet[];
  /** Every profile's sources, ready to be registered. */
  sources(): Record<string, SourceDefinition[]>;
  records(): readonly OfficialRecord[];
  /** The truth about what has appeared so far, in order of publication as planned. */
  truth(): TrueArticle[];
  /** Names of the planted steps, in the order of the manuscripts. */
  steps: readonly string[];
  /** Brings out the next article of an edition that started empty. Returns its id, or null when all are out. */
  publishNext(): string | null;
  /** Plays a planted step; throws on an unknown name, listing those there are. */
  advance(step: string): Step;
  close(): Promise<void>;
}

/**
 * Starts the sample press: outlet number n listens on 127.0.0.(n+11). Example:
 * `const newsroom = await startNewsroom({ now: new Date(), port: 18080 })`. Throws when an address is taken.
 */
export async function startNewsroom(options: NewsroomOptions): Promise<Newsroom> {
  const servers: Server[] = [];
  const close = async () => {
    await Promise.all(servers.map(closeServer));
  };
  try {
    const apps: Hono[] = [];
    const origins: string[] = [];
    for (const [index] of outletDefinitions.entries()) {
      const host = `127.0.0.${index + 11}`;
      const server = createServer(getRequestListener((request) => apps[index]?.fetch(request) ?? notYet()));
      const origin = await listen(server, host, options.port ?? 0);
      origins.push(options.namedPort === undefined ? origin : `http://${host}:${options.namedPort}`);
      servers.push(server);
    }
    const originOf = (_: unknown, index: number) => origins[index] ?? '';
    const edition = composeEdition({ now: options.now, seed: options.seed, originOf });
    const issue = new Issue(edition, options.clock ?? (() => new Date()), options.startsEmpty);
    apps.push(...edition.outlets.map((outlet) => pressApp(issue, outlet)));
    return assemble(edition, issue, close);
  } catch (error) {
    await close();
    throw error;
  }
}

/** Addresses are taken before the texts are set, because the texts name them. */
function notYet(): Response {
  return new Response(null, { status: 503, headers: { 'retry-after': '1' } });
}

function assemble(edition: Edition, issue: Issue, close: () => Promise<void>): Newsroom {
  return {
    edition,
    outlets: edition.outlets.map((outlet) => ({
      id: outlet.id,
      name: outlet.name,
      country: outlet.country,
      language: isoLanguage(outlet.tongue),
      origin: outlet.origin,
      kind: outlet.official === undefined ? outlet.feed : 'portal',
      sourceUrl: outlet.origin + outlet.feedPath,
      charset: outlet.charset,
      ...(outlet.official === undefined ? {} : { official: outlet.official }),
    })),
    sources: () => sourcesOf(edition),
    records: () => edition.records,
    truth: () => truthOf(edition, { held: true }).filter((row) => issue.hasAppeared(row.id)),
    steps: edition.changes.map((change) => change.step),
    publishNext: () => issue.publishNext(),
    advance: (step) => issue.advance(step),
    close,
  };
}

function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new Error(`Outlet address ${host}:${port}: ${error.message}`)));
    server.listen(port, host, () => {
      const address = server.address();
      resolve(`http://${host}:${typeof address === 'object' && address !== null ? address.port : port}`);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
