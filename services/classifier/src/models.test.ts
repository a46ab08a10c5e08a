import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RULES_VERSION } from '@lamro/analysis';
import { findTranslation, saveRecords } from '@lamro/database';
import { type Models, openModels } from '@lamro/models';
import { createLogger, createMetrics } from '@lamro/runtime';
import {
  insertPendingVersion,
  openTestDatabase,
  type TestDatabase,
  writeTinyEmbedder,
  writeTinyEntailment,
  writeTinyTranslator,
} from '@lamro/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ClassifierContext } from './classifier.ts';
import { judgeVersion } from './judge-version.ts';
import { createProvinceJudge } from './judging.ts';
import { createModelReader } from './models.ts';
import { openStoryBook } from './stories.ts';

const PROFILE = 'thai-binh';
let database: TestDatabase;
let folder: string;
let models: Models | null = null;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lamro-classify-'));
});
afterEach(async () => {
  await models?.close();
  models = null;
  rmSync(folder, { recursive: true });
});
afterAll(() => database.close());

async function contextWith(from: string | null): Promise<ClassifierContext> {
  models = from === null ? null : openModels({ folder: from });
  return {
    pool: database.pool,
    stories: await openStoryBook(database.pool, [PROFILE]),
    models: createModelReader(models, createMetrics(), createLogger('test', 'silent')),
    judgeOf: (profile) => createProvinceJudge(database.pool, profile),
    count: () => undefined,
  };
}

interface Piece {
  readonly title: string;
  readonly body: string;
  readonly language: string;
  readonly country: string;
}

async function judged(context: ClassifierContext, piece: Piece) {
  const ids = await insertPendingVersion(database.pool, { profile: PROFILE, ...piece });
  await judgeVersion(context, ids.versionId);
  const { rows } = await database.pool.query<{ story: string; classifier: string; kinds: string[] }>(
    `select m.story_id as story, j.classifier_version as classifier,
       array(select kind from signals where article_version_id = $1 order by id) as kinds
     from judgements j join story_members m on m.article_id = j.article_id where j.article_version_id = $1`,
    [ids.versionId],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('the version was not judged');
  return { ...ids, ...row };
}

const domestic: Piece = {
  title: 'Tỉnh Thái Bình: đê biển sạt lở trong đêm',
  body: 'Tỉnh Thái Bình cho biết 340 mét đê biển bị sạt lở, 125 hộ rời nhà.',
  language: 'vi',
  country: 'VN',
};
const foreign: Piece = {
  title: 'Waves tear open a coastal wall in Thai Binh province',
  body: "Waves tore open 340 metres of a wall on the coast of Vietnam's Thai Binh province and sank 86 boats.",
  language: 'en',
  country: 'US',
};

describe('an embedder', () => {
  it('brings tellings in two languages into one story, which stay apart without it', async () => {
    const without = await contextWith(null);
    expect((await judged(without, foreign)).story).not.toBe((await judged(without, domestic)).story);
    // In the same ledger each would only meet its own copy.
    await database.close();
    database = await openTestDatabase();
    writeTinyEmbedder(join(folder, 'embedding'), [['sạt', 'lở', 'đê', 'wall', 'waves', 'tear', 'tore', 'coast']]);
    const within = await contextWith(folder);
    const [first, second] = [await judged(within, foreign), await judged(within, domestic)];
    expect(second.story).toBe(first.story);
    expect(second.classifier.replace(/[0-9a-f]{12}$/, '')).toBe(`analysis-${RULES_VERSION}+weights@start-1+embedding@`);
  });
});

describe('a model of entailment', () => {
  it('finds a contradicted statement that the rules do not see', async () => {
    await saveRecords(database.pool, PROFILE, [
      {
        id: 'r-bridge',
        kind: 'statement',
        text: 'Cầu Sông Trắng đã thông xe từ ngày 2/11/2026, người dân đi lại bình thường.',
        documentNumber: '7/TB',
        source: 'Sở Xây dựng',
        sourceUrl: 'https://records.example/7',
      },
    ]);
    const piece: Piece = {
      title: 'Chuyện ở tỉnh Thái Bình',
      body: 'Tỉnh Thái Bình của Việt Nam. Người dân phải vòng xa vì cầu Sông Trắng còn dang dở.',
      language: 'vi',
      country: 'US',
    };
    expect((await judged(await contextWith(null), piece)).kinds).not.toContain('contradicts-statement');
    writeTinyEntailment(join(folder, 'entailment'), ['dang']);
    const [told, plain] = [piece, { ...piece, body: piece.body.replace('còn dang dở', 'rất đông') }];
    const context = await contextWith(folder);
    expect((await judged(context, told)).kinds).toContain('contradicts-statement');
    expect((await judged(context, plain)).kinds).not.toContain('contradicts-statement');
  });
});

describe('a translator', () => {
  it('stands beside the original as a machine translation, with what it lost', async () => {
    const dictionary = {
      waves: 'sóng',
      broke: 'phá',
      a: 'một',
      wall: 'đê',
      in: 'ở',
      thai: 'thái',
      binh: 'bình',
      '.': '.',
    };
    writeTinyTranslator(join(folder, 'translation', 'en-vi'), dictionary);
    const context = await contextWith(folder);
    const { versionId } = await judged(context, {
      title: 'Waves broke a wall in Thai Binh',
      body: 'Waves broke a wall in Thai Binh.\n\n40 homes in Thai Binh province of Vietnam were flooded.',
      language: 'en',
      country: 'US',
    });
    const translation = await findTranslation(database.pool, PROFILE, versionId, 'vi');
    expect(translation).toMatchObject({ kind: 'machine', title: 'sóng phá một đê ở thái bình' });
    expect(translation?.model).toMatch(/^translation\/en-vi@/);
    expect(translation?.body.split('\n\n')).toHaveLength(2);
    expect(translation?.risks.map(({ kind, original }) => [kind, original.slice(0, 8)])).toContainEqual([
      'figure',
      '40 homes',
    ]);
    expect(await findTranslation(database.pool, 'cao-bang', versionId, 'vi')).toBeNull();
  });
});

describe('a translation with a risk', () => {
  it('is not what entailment reads; the original is', async () => {
    const dictionary = { the: 'cây', bridge: 'cầu', is: 'đã', closed: 'đóng', '.': '.' };
    writeTinyTranslator(join(folder, 'translation', 'en-vi'), dictionary);
    writeTinyEntailment(join(folder, 'entailment'), ['not']);
    const { models: reader } = await contextWith(folder);
    const [safe, risky] = ['The bridge is closed.', 'The bridge is not closed.'];
    const item = { id: '1', url: '', title: safe, text: risky, language: 'en' };
    const premise = 'Cầu đã thông xe.';
    const { entailment, translation } = await reader.read(
      item,
      [safe, risky].map((hypothesis) => ({ premise, hypothesis })),
    );
    expect(translation?.risks.map(({ kind, original }) => [kind, original])).toEqual([['negation', risky]]);
    expect(entailment?.(premise, safe)?.translation).toBe('cây cầu đã đóng.');
    expect(entailment?.(premise, risky)?.translation).toBeUndefined();
    // Only the original holds the word that this model reads as a contradiction.
    expect(entailment?.(premise, risky)?.contradiction).toBeGreaterThan(0.9);
    expect(entailment?.('Một câu khác.', safe)).toBeNull();
  });
});

describe('models that fail', () => {
  it('do not keep an article from being judged', async () => {
    writeTinyEmbedder(join(folder, 'embedding'), [['đê']]);
    writeFileSync(join(folder, 'embedding', 'onnx', 'model.onnx'), 'broken');
    const context = await contextWith(folder);
    expect((await judged(context, domestic)).classifier).toBe(`analysis-${RULES_VERSION}+weights@start-1`);
    expect(models?.health().ok).toBe(false);
  });
});
