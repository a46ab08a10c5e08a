import type { Role } from '@lamro/domain';
import { insertFlaggedArticle } from '@lamro/testkit';
import { expect } from 'vitest';
import { AGENCY, type CallInit, type House, PROFILE } from './house.ts';

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into what the schemas of the routes have checked already
  readonly body: any;
  readonly tag: string;
}

/** Calls and reads the answer. */
export async function ask(house: House, role: Role | null, path: string, init: CallInit = {}): Promise<Answer> {
  const answer = await house.call(role, path, init);
  const text = await answer.text();
  const isJson = /^application\/(problem\+)?json/.test(answer.headers.get('content-type') ?? '');
  return { status: answer.status, body: isJson ? JSON.parse(text) : text, tag: answer.headers.get('etag') ?? '' };
}

/** Calls what must be carried out. */
export async function must(house: House, role: Role, path: string, init: CallInit = {}): Promise<Answer> {
  const answer = await ask(house, role, path, init);
  expect(answer.status, `${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
  return answer;
}

export interface Matter {
  readonly caseId: string;
  readonly articleId: string;
  readonly flagId: string;
}

/** A confirmed flag and its case. */
export async function openedCase(house: House): Promise<Matter> {
  const { flagId, articleId } = await insertFlaggedArticle(house.database.pool, { profile: PROFILE });
  await must(house, 'analyst', `/flags/${flagId}/reviews`, { body: { decision: 'confirmed', reason: 'Sai số liệu.' } });
  const { body } = await must(house, 'analyst', '/cases', { body: { flagIds: [flagId] } });
  return { caseId: body.caseId, articleId, flagId };
}

/** A case that its agency has accepted. */
export async function acceptedCase(house: House): Promise<Matter> {
  const matter = await openedCase(house);
  const path = `/cases/${matter.caseId}`;
  const assigned = await must(house, 'analyst', `${path}/assign`, {
    body: { agency: AGENCY, reason: 'Thuộc lĩnh vực y tế.' },
  });
  if (assigned.body.state === 'awaiting-assignment')
    await must(house, 'leader', `${path}/approve-assignment`, { body: {} });
  await must(house, 'officer', `${path}/accept`, { body: {} });
  return matter;
}

/** A case with an answer that was released to the press. */
export async function releasedCase(house: House): Promise<Matter & { readonly releaseId: string }> {
  const matter = await acceptedCase(house);
  const path = `/cases/${matter.caseId}`;
  const { body } = await must(house, 'officer', `${path}/draft`, {
    body: { title: 'Thông tin về chỉ tiêu', body: 'Chỉ tiêu tăng theo báo cáo số 01/BC.' },
  });
  await must(house, 'officer', `${path}/submit`, { body: { acknowledge: true, note: 'Đã rà soát.' } });
  await must(house, 'leader', `${path}/approve`, { body: {} });
  const proof = {
    channel: 'information-to-press',
    recipient: 'Báo Kiểm Thử',
    sentAt: new Date().toISOString(),
    receipt: 'Công văn nhận số 3',
  };
  const released = await must(house, 'officer', `${path}/release`, { body: { responseId: body.responseId, proof } });
  return { ...matter, releaseId: released.body.releaseId };
}
