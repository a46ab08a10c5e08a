import { join } from 'node:path';
import { createIdentity, type Identity, type IdentityMailer, type SingleSignOn } from '@lamro/access';
import { findSecrecyMarks, inspectFile } from '@lamro/archive';
import { type BriefingHour, type Casework, createCasework } from '@lamro/casework';
import type { Pool } from '@lamro/database';
import { createDesk } from '@lamro/desk';
import { type BlobStore, type Fetcher, systemClock } from '@lamro/domain';
import { loadCalendar, loadProfile } from '@lamro/profiles';
import type { Queues } from '@lamro/queue';
import type { Health, Logger, Metrics, Shutdown } from '@lamro/runtime';
import { createApp } from '../app.ts';
import { queueBoard } from '../queue-board/queue-board.ts';
import { createApi } from '../v1.ts';
import { createDraftComparison } from './compare-draft.ts';
import { createDocumentPress } from './document-press.ts';
import { learnWeights } from './learn-weights.ts';
import { readLetterTemplate } from './letter-template.ts';
import { nameRuleSet } from './name-rule-set.ts';
import { createPageReader } from './read-page.ts';
import { createSourceRoom } from './source-room.ts';

export interface SiteParts {
  readonly pool: Pool;
  /** Address of the ledger; identity holds connections of its own on it. */
  readonly databaseUrl: string;
  /** Signs cookies and form tokens; the same on every node. */
  readonly secret: string;
  /** Origin at which people reach the desk. */
  readonly address: string;
  /** The data folder; the operator's own letter templates lie below it. */
  readonly home: string;
  readonly fetcher: Fetcher;
  /** When weekly briefings are drawn up, whatever the profile says. */
  readonly briefingAt?: BriefingHour | undefined;
  readonly blobs: BlobStore;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** A port of its own serves metrics and the report of health. */
  readonly operationsElsewhere?: boolean;
  readonly health: Health;
  /** Sends invitations and links for a new password; without it invitations are shown to the administrator only. */
  readonly mailer?: IdentityMailer | null;
  /** The office's own provider; absent where people sign in by password only. */
  readonly singleSignOn?: SingleSignOn | null;
}

/** Everything that people and integrators reach, on top of an open ledger. */
export interface Site {
  readonly identity: Identity;
  readonly casework: Casework;
  /** Desk, API, identity, health and metrics as one function of a request; what it knows stands in the ledger. */
  answer(options?: SiteOptions): (request: Request, clientAddress: string) => Response | Promise<Response>;
}

export interface SiteOptions {
  /** Set while the installation runs on the invented newsroom. */
  readonly sampleMode?: { readonly accountsFile: string };
  /** The province whose opened clarifications everybody may read; absent: there are no public pages. */
  readonly publicPages?: { readonly profile: string };
  /** The queues that administrators may look at; absent: there are no such pages. */
  readonly queues?: Pick<Queues, 'board'>;
}

/**
 * Wires identity, casework, desk and API together. Identity's connections close with the shutdown phase `connections`.
 *
 * @example listening.use(openSite(parts, shutdown).answer())
 */
export function openSite(parts: SiteParts, shutdown: Shutdown): Site {
  const { pool, databaseUrl, secret, address, blobs } = parts;
  const identity = createIdentity({
    connectionString: databaseUrl,
    secret,
    baseUrl: address,
    ...(parts.mailer ? { mailer: parts.mailer } : {}),
    ...(parts.singleSignOn ? { singleSignOn: parts.singleSignOn } : {}),
  });
  shutdown.on('connections', 'identity', () => identity.close());
  const casework = createCasework({
    pool,
    profiles: loadProfile,
    clock: systemClock,
    findSecrecyMarks,
    files: { inspect: inspectFile, blobStore: blobs },
    readPage: createPageReader(parts.fetcher),
    compareDraft: createDraftComparison(),
    learnWeights,
    nameRuleSet,
    sources: createSourceRoom(parts.fetcher),
    briefings: createDocumentPress(parts.home, address),
    ...(parts.briefingAt === undefined ? {} : { briefingAt: parts.briefingAt }),
  });
  return { identity, casework, answer: (options = {}) => answerer({ ...parts, identity, casework }, options) };
}

type Wired = SiteParts & Pick<Site, 'identity' | 'casework'>;

function answerer(parts: Wired, { sampleMode, publicPages, queues }: SiteOptions): ReturnType<Site['answer']> {
  const { pool, identity, casework, logger, secret, address: baseUrl, blobs: blobStore } = parts;
  const both = { pool, identity, casework, profiles: loadProfile, clock: systemClock, baseUrl, blobStore };
  const desk = createDesk({
    ...both,
    secret,
    singleSignOn: Boolean(parts.singleSignOn),
    letterTemplate: (kind) => readLetterTemplate(join(parts.home, 'templates', `${kind}.docx`)),
    ...(sampleMode === undefined ? {} : { sampleMode }),
    ...(publicPages === undefined ? {} : { publicPages }),
    onError: (error, id) => logger.error({ err: error, id }, 'page failed'),
  });
  const api = createApi({
    ...both,
    calendar: loadCalendar(),
    onError: (error, id) => logger.error({ err: error, id }, 'call failed'),
  });
  const board = queues === undefined ? null : queueBoard(identity, queues);
  const { health, metrics, operationsElsewhere } = parts;
  const app = createApp({ health, metrics, operationsElsewhere, identity, api, board, desk });
  return (request, clientAddress) => app.fetch(request, { clientAddress });
}
