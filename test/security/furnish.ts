import type { Role } from '@lamro/domain';
import { insertFlaggedArticle } from '@lamro/testkit';
import { z } from 'zod';
import { docx } from '../../packages/archive/test/documents.ts';
import { AGENCY, type Fortress, PROFILE } from './fortress.ts';

export interface Furnished {
  readonly articleId: string;
  readonly versionId: string;
  readonly flagId: string;
  readonly recordId: string;
  readonly storyId: string;
  readonly outletId: string;
  readonly caseId: string;
  readonly briefingId: string;
  readonly attachmentId: string;
  readonly responseId: string;
}

const made = z.looseObject({
  caseId: z.string().optional(),
  briefingId: z.string().optional(),
  attachmentId: z.string().optional(),
  responseId: z.string().optional(),
  state: z.string().optional(),
});

/** One of everything that a route can be asked for, made by the commands themselves. `words` stands wherever people write. */
export async function furnish(fortress: Fortress, words = 'Chỉ tiêu bị nêu sai'): Promise<Furnished> {
  const { pool } = fortress.database;
  const one = await insertFlaggedArticle(pool, { profile: PROFILE });
  const other = await insertFlaggedArticle(pool, { profile: PROFILE });
  const as = (role: Role, path: string, body: unknown = {}) => give(fortress, role, path, JSON.stringify(body));
  await as('analyst', `/flags/${other.flagId}/reviews`, { decision: 'confirmed', reason: words });
  const { caseId = '' } = await as('analyst', '/cases', { flagIds: [other.flagId], title: words });
  const assigned = await as('analyst', `/cases/${caseId}/assign`, {
    agency: AGENCY,
    reason: words,
    instruction: words,
  });
  if (assigned.state === 'awaiting-assignment') await as('leader', `/cases/${caseId}/approve-assignment`);
  await as('officer', `/cases/${caseId}/accept`);
  await as('officer', `/cases/${caseId}/dossier/items`, {
    section: 'facts',
    body: words,
    sourceUrl: 'http://127.0.0.1/so-lieu',
  });
  const drafted = await as('officer', `/cases/${caseId}/draft`, { title: words, body: words });
  const file = await give(fortress, 'officer', `/cases/${caseId}/files?fileName=bao-cao.docx`, await docx([words]));
  const briefing = await as('analyst', '/briefings', { week: '2026-W40' });
  return {
    ...one,
    caseId,
    briefingId: briefing.briefingId ?? '',
    attachmentId: file.attachmentId ?? '',
    responseId: drafted.responseId ?? '',
  };
}

async function give(fortress: Fortress, role: Role, path: string, body: string | Uint8Array) {
  const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream';
  const sent = typeof body === 'string' ? body : Uint8Array.from(body);
  const answer = await fortress.call(role, path, { method: 'POST', headers: { 'content-type': type }, body: sent });
  if (!answer.ok) throw new Error(`${path} ${answer.status}: ${await answer.text()}`);
  return made.parse(await answer.json());
}
