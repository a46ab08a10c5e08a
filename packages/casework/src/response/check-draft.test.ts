import type { ResponseRow } from '@lamro/database';
import { loadCalendar, loadProfile } from '@lamro/profiles';
import { openTestDatabase, type TestDatabase } from '@lamro/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { procedureOf } from '../procedure/profile-procedure.ts';
import type { Context, DraftContradiction, SecrecyMark } from '../scope/context.ts';
import { findingsIn } from './check-draft.ts';

const PROFILE = 'thai-binh';
const now = new Date('2026-11-23T02:00:00Z');
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

interface Finds {
  readonly marks?: readonly SecrecyMark[];
  readonly contradictions?: readonly DraftContradiction[];
}

function contextWith({ marks = [], contradictions }: Finds): Context {
  const procedure = procedureOf(loadProfile(PROFILE), loadCalendar());
  return {
    pool: database.pool,
    procedure: () => procedure,
    clock: { now: () => now },
    findSecrecyMarks: () => marks,
    files: null,
    readPage: null,
    compareDraft: contradictions === undefined ? null : () => contradictions,
    briefings: null,
    briefingAt: null,
    sources: null,
    learnWeights: null,
    nameRuleSet: null,
  };
}

function draft(body: string, language: ResponseRow['language'] = 'vi'): ResponseRow {
  return {
    id: '1',
    profile: PROFILE,
    caseId: '1',
    language,
    number: 1,
    title: 'Thông tin',
    body,
    state: 'draft',
    authorId: 'a',
    authorAgency: null,
    createdAt: now,
    submittedAt: null,
    approvedBy: null,
    approvedAt: null,
    publicAt: null,
  };
}

const check = (body: string, finds: Finds = {}, language?: ResponseRow['language']) =>
  findingsIn(contextWith(finds), database.pool, draft(body, language));

describe('the release check', () => {
  it('finds nothing in a draft that is in order', async () => {
    expect(await check('Sở Y tế nêu rõ số liệu của mười tháng.', { contradictions: [] })).toEqual([]);
  });

  it('stops a name that is not ours, and says what to write', async () => {
    expect(await check('Ở quần đảo Nam Sa có bão.')).toEqual([
      {
        kind: 'island-name',
        severity: 'stop',
        quote: 'quần đảo Nam Sa',
        why: 'Tên gọi về chủ quyền biển, đảo phải viết: Trường Sa.',
        recordId: null,
      },
    ]);
    expect(await check('In the South China Sea (East Sea).', {}, 'en')).toEqual([]);
  });

  it.each([
    ['Báo viết “ở Nam Sa” là sai.', 'confirm'],
    ['Báo viết «ở Nam Sa» là sai.', 'confirm'],
    ['Báo viết 「ở Nam Sa」 là sai.', 'confirm'],
    ['Báo viết "ở Nam Sa" là sai.', 'confirm'],
    ['Báo viết “sai” về Nam Sa.', 'stop'],
    ['Báo viết «sai» về Nam Sa.', 'stop'],
    ['Báo viết 「sai」 về Nam Sa.', 'stop'],
    ['Báo viết "sai" về Nam Sa.', 'stop'],
    ['Ở Nam Sa, báo viết “sai”.', 'stop'],
  ])('leaves words of others to a person: %s', async (body, severity) => {
    expect((await check(body)).map((found) => found.severity)).toEqual([severity]);
  });

  it('asks about a place without its marks, in Vietnamese texts only', async () => {
    expect(await check('Bão vào Tien Hai đêm qua.')).toMatchObject([
      {
        kind: 'place-name',
        severity: 'confirm',
        quote: 'Tien Hai',
        why: 'Địa danh viết thiếu dấu, tên đúng là "Tiền Hải".',
        recordId: null,
      },
    ]);
    expect(await check('The storm reached Tien Hai.', {}, 'en')).toEqual([]);
    expect(await check('Bão vào Tiền Hải đêm qua.')).toEqual([]);
    expect(await check('Tiếng xTien Haix không phải địa danh.')).toEqual([]);
  });

  it('stops a mark of secrecy', async () => {
    const marks = [{ level: 'MẬT', place: 'heading', quote: 'MẬT' }];
    expect(await check('Nội dung.', { marks })).toEqual([
      {
        kind: 'secrecy',
        severity: 'stop',
        quote: 'MẬT',
        why: 'Dự thảo có dấu chỉ độ mật: không được phát hành, hãy xử lý theo quy định về bảo vệ bí mật nhà nước.',
        recordId: null,
      },
    ]);
  });

  it('asks about a figure that an official record contradicts', async () => {
    const contradictions = [{ quote: '7,3 triệu tấn', why: 'số chính thức là 7,1', recordId: 'r1' }];
    expect(await check('Nội dung.', { contradictions })).toEqual([
      {
        kind: 'figure',
        severity: 'confirm',
        quote: '7,3 triệu tấn',
        why: 'Khác thông tin chính thức: số chính thức là 7,1.',
        recordId: 'r1',
      },
    ]);
  });

  it.each(['Người phát ngôn cho biết.', 'The spokeswoman said so.', 'The spokesperson said so.'])(
    'stops a speaker without a name: %s',
    async (body) => {
      expect(await check(body)).toMatchObject([
        {
          kind: 'speaker',
          severity: 'stop',
          why: expect.stringMatching(/^Dự thảo nhắc người phát ngôn mà không nêu tên/),
        },
      ]);
    },
  );
});
