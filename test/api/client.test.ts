import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clientTypes, endpointsOf } from '@lamro/api';
import { insertFlaggedArticle } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiProblem, type Client, createClient } from '../../packages/client/src/index.ts';
import { ADDRESS, AGENCY, type House, openHouse, PROFILE } from '../../services/api/test/house.ts';

let house: House;
const clients = new Map<string, Client>();
const as = (role: string): Client => {
  const client = clients.get(role);
  if (client === undefined) throw new Error(`no client for ${role}`);
  return client;
};

beforeAll(async () => {
  house = await openHouse();
  for (const role of ['analyst', 'officer', 'leader', 'coordinator', 'auditor'] as const)
    clients.set(role, createClient({ baseUrl: ADDRESS, key: house.keyOf(role), fetch: house.fetch }));
});
afterAll(() => house.close());

describe('the client', () => {
  it('is the one that the API makes', () => {
    const written = readFileSync(
      join(import.meta.dirname, '../../packages/client/src/operations/operations.ts'),
      'utf8',
    );
    expect(written === clientTypes(endpointsOf(house.parts)), 'run test/api/write-client.ts').toBe(true);
  });

  it('does a whole case, each step from the version of the last', async () => {
    const { flagId, articleId } = await insertFlaggedArticle(house.database.pool, { profile: PROFILE });
    const flag = await as('analyst').call('getFlag', { params: { id: flagId } });
    const struck = flag.data.signals.find((signal) => signal.evidenceQuote === null)?.id ?? '';
    await as('analyst').call('reviewFlag', {
      params: { id: flagId },
      ifMatch: flag.version,
      body: { decision: 'confirmed', reason: 'Khác số liệu đã công bố.', struckSignals: [struck] },
    });
    const opened = await as('analyst').call('openCase', { body: { flagIds: [flagId], title: 'Chỉ tiêu bị nêu sai' } });
    const params = { caseId: opened.data.caseId };
    let step = await as('analyst').call('assignCase', {
      params,
      ifMatch: opened.version,
      body: { agency: AGENCY, reason: 'Thuộc lĩnh vực y tế.' },
    });
    if (step.data.state === 'awaiting-assignment')
      step = await as('leader').call('approveAssignment', { params, ifMatch: step.version });
    step = await as('officer').call('acceptCase', { params, ifMatch: step.version });
    step = await as('officer').call('addDossierItem', {
      params,
      ifMatch: step.version,
      body: { section: 'facts', body: 'Chỉ tiêu tăng theo báo cáo số 01/BC.', sourceUrl: 'http://127.0.0.1/so-lieu' },
    });
    const drafted = await as('officer').call('draftResponse', {
      params,
      ifMatch: step.version,
      body: { title: 'Thông tin về chỉ tiêu', body: 'Chỉ tiêu tăng theo báo cáo số 01/BC.' },
    });
    const { responseId } = drafted.data;
    const findings = await as('officer').call('checkDraft', { params: { ...params, responseId } });
    expect(findings.data.items.filter((finding) => finding.severity === 'stop')).toEqual([]);
    step = await as('officer').call('submitResponse', {
      params,
      ifMatch: drafted.version,
      body: { acknowledge: true, note: 'Đã rà soát.' },
    });
    step = await as('leader').call('approveResponse', { params, ifMatch: step.version });
    step = await as('officer').call('releaseResponse', {
      params,
      ifMatch: step.version,
      idempotencyKey: `phat-hanh-${params.caseId}`,
      body: {
        responseId,
        proof: {
          channel: 'information-to-press',
          recipient: 'Báo Kiểm Thử',
          sentAt: '2026-11-22T10:00:00+07:00',
          receipt: 'Công văn nhận số 3',
        },
      },
    });
    step = await as('coordinator').call('recordOutcome', {
      params,
      ifMatch: step.version,
      body: { articleId, outcome: 'corrected', note: 'Báo đã đính chính.' },
    });
    step = await as('analyst').call('closeCase', { params, ifMatch: step.version, body: { reason: 'Đã cải chính.' } });
    expect(step.data.state).toBe('closed');
    const { data } = await as('auditor').call('getCase', { params });
    expect(data.case.closeKind).toBe('answered');
    expect(data.releases.map((release) => release.channel)).toEqual(['information-to-press']);
    expect(data.checks.some((check) => check.outcome === 'corrected')).toBe(true);
    const chain = await as('auditor').call('verifyChain');
    expect([chain.data.ok, chain.data.events]).toEqual([true, data.events.length]);
    expect(house.failures).toEqual([]);
  });

  it('throws what the API refuses, with its code', async () => {
    const refused = as('auditor').call('openCase', { body: { flagIds: ['1'] } });
    await expect(refused).rejects.toBeInstanceOf(ApiProblem);
    await expect(refused).rejects.toMatchObject({ status: 403, code: 'forbidden' });
  });
});
