import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeTinyEmbedder, writeTinyEntailment, writeTinyTranslator } from '@lamro/testkit';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { type Models, type ModelsOptions, openModels } from './models.ts';

const root = mkdtempSync(join(tmpdir(), 'lamro-models-'));
const opened: Models[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((models) => models.close()));
});
afterAll(() => rmSync(root, { recursive: true }));

const folder = (): string => mkdtempSync(join(root, 'dir-'));
const open = (path: string | undefined, options: Partial<ModelsOptions> = {}): Models => {
  const models = openModels({ folder: path, ...options });
  opened.push(models);
  return models;
};

function writeAll(path: string): string {
  writeTinyEmbedder(join(path, 'embedding'), [
    ['lũ', 'flood', '洪水'],
    ['cảng', 'port'],
  ]);
  writeTinyEntailment(join(path, 'entailment'), ['không', 'not']);
  writeTinyTranslator(join(path, 'translation', 'en-vi'), { flood: 'lũ', port: 'cảng', closed: 'đóng', '40': '40' });
  return path;
}

describe('models in a folder', () => {
  it('load in a thread and tell different texts apart', async () => {
    const models = open(writeAll(folder()));
    const [flood, port, both, none] = (await models.embedder?.embed(['Lũ lớn', 'port', 'flood port', '?'])) ?? [];
    expect([...(flood ?? [])]).toEqual([1, 0]);
    expect([...(port ?? [])]).toEqual([0, 1]);
    expect(Math.hypot(...(both ?? []))).toBeCloseTo(1, 6);
    expect([...(none ?? [])]).toEqual([0, 0]);
    const [against, same] =
      (await models.entailment?.judge([
        { premise: 'Cảng không đóng cửa', hypothesis: 'Cảng đóng cửa' },
        { premise: 'Cảng không đóng cửa', hypothesis: 'The port is not closed' },
      ])) ?? [];
    expect(against?.contradiction).toBeGreaterThan(0.95);
    expect(same?.entailment).toBeGreaterThan(0.95);
    const sum = (against?.contradiction ?? 0) + (against?.entailment ?? 0) + (against?.neutral ?? 0);
    expect(sum).toBeCloseTo(1, 6);
    expect(await models.translator?.translate(['Port closed', 'flood 40', ''], 'en', 'vi')).toEqual([
      'cảng đóng',
      'lũ 40',
      '',
    ]);
    await models.settled();
    expect(models.health()).toMatchObject({ ok: true, detail: expect.stringContaining('dịch máy: đã nạp') });
  });

  it('keep the order of many texts across batches', async () => {
    const { embedder } = open(writeAll(folder()));
    const texts = Array.from({ length: 50 }, (_, at) => (at % 3 === 0 ? 'flood' : 'port '.repeat(at)));
    const vectors = (await embedder?.embed(texts)) ?? [];
    expect(vectors.map((vector) => vector[0])).toEqual(texts.map((text) => (text === 'flood' ? 1 : 0)));
  });

  it('have ids that change with the weights', () => {
    const one = folder();
    writeTinyEmbedder(join(one, 'embedding'), [['a'], ['b']]);
    const two = folder();
    writeTinyEmbedder(join(two, 'embedding'), [['b'], ['a']]);
    const [first, again, second] = [one, one, two].map((path) => open(path).embedder?.id);
    expect(first).toBe(again);
    expect(first).not.toBe(second);
  });

  it('serve only the language pairs that they declare', async () => {
    const { translator } = open(writeAll(folder()));
    expect(translator?.idFor('en', 'vi')).toMatch(/^translation\/en-vi@/);
    expect(translator?.idFor('zh', 'vi')).toBeNull();
    await expect(translator?.translate(['港'], 'zh', 'vi')).rejects.toThrow('Không có mô hình dịch từ "zh" sang "vi"');
  });

  it('of many languages are told the pair', async () => {
    const path = folder();
    writeTinyTranslator(join(path, 'nllb'), { flood: 'lũ', port: 'cảng' }, 'nllb');
    const pairs = [{ folder: 'nllb', from: ['en', 'zh'], to: 'vi' }];
    writeFileSync(join(path, 'models.json'), JSON.stringify({ translation: pairs }));
    const { translator } = open(path);
    expect(await translator?.translate(['flood port', 'port'], 'en', 'vi')).toEqual(['lũ cảng', 'cảng']);
    // The model declares Chinese but has no token for it.
    await expect(translator?.translate(['港'], 'zh', 'vi')).rejects.toThrow(/zho_Hans/);
  });

  it('of the hub are read from what was fetched before', async () => {
    const path = folder();
    writeTinyEmbedder(join(path, '.cache', 'acme', 'tiny'), [['lũ'], ['cảng']]);
    writeFileSync(join(path, 'models.json'), JSON.stringify({ embedding: { hub: 'acme/tiny', dtype: 'fp32' } }));
    const models = open(path);
    expect(await models.embedder?.embed(['lũ'])).toEqual([Float32Array.of(1, 0)]);
    expect(models.embedder?.id).toBe('acme/tiny@main#fp32');
  });

  it('follow models.json where there is one', async () => {
    const path = folder();
    writeTinyEmbedder(join(path, 'multilingual-e5-small'), [['query'], ['lũ']]);
    writeFileSync(join(path, 'models.json'), JSON.stringify({ embedding: { folder: 'multilingual-e5-small' } }));
    const models = open(path);
    const [vector] = (await models.embedder?.embed(['lũ'])) ?? [];
    // The prefix of the e5 family stands before the text and turns the vector by half a right angle.
    expect(vector?.[0]).toBeCloseTo(Math.SQRT1_2, 6);
    expect(models.states().map(({ state }) => state)).toEqual(['ready', 'absent', 'absent']);
  });
});

describe('without models', () => {
  it('says so and stays well', () => {
    const models = open(undefined);
    expect([models.embedder, models.entailment, models.translator]).toEqual([null, null, null]);
    expect(models.health()).toMatchObject({ ok: true, detail: expect.stringContaining('chưa có mô hình') });
  });

  it.each([
    ['a missing folder', () => join(root, 'nowhere'), /hãy sửa MODELS_DIR/],
    ['a wrong manifest', () => withFile('models.json', '{"embedding":{}}'), /cần đúng một trong hai mục folder và hub/],
    ['a manifest that is no JSON', () => withFile('models.json', '{'), /không phải JSON hợp lệ/],
    ['a model without its tokenizer', () => withModelLess(), /thiếu tokenizer.json, tokenizer_config.json/],
  ])('names the reason: %s', (_, path, why) => {
    const health = open(path()).health();
    expect(health.ok).toBe(false);
    expect(health.detail).toMatch(why);
  });

  it('leaves out what does not fit into memory', () => {
    const models = open(writeAll(folder()), { memoryMegabytes: 0 });
    expect(models.embedder).toBeNull();
    expect(models.health().detail).toMatch(/cần 1 MB, còn 0 MB/);
  });
});

describe('a model that fails', () => {
  it('is reported with its reason, is left alone for a while, and leaves the others working', async () => {
    const path = writeAll(folder());
    writeFileSync(join(path, 'entailment', 'onnx', 'model.onnx'), 'not a model');
    let now = 0;
    const models = open(path, { limits: { pauseMs: 1_000 }, clock: { now: () => new Date(now) } });
    await models.settled();
    expect(models.states().map(({ state }) => state)).toEqual(['ready', 'failed', 'ready']);
    const pair = { premise: 'a', hypothesis: 'b' };
    await expect(models.entailment?.judge([pair])).rejects.toThrow(/suy luận|lỗi/);
    writeTinyEntailment(join(path, 'entailment'), ['không']);
    await expect(models.entailment?.judge([pair])).rejects.toThrow(/lỗi/);
    now = 2_000;
    expect((await models.entailment?.judge([pair]))?.[0]?.entailment).toBeGreaterThan(0.9);
    expect(models.health().ok).toBe(true);
    expect(await models.embedder?.embed(['lũ'])).toHaveLength(1);
  });

  it('that is late is ended and reported', async () => {
    let now = 0;
    const limits = { loadMs: 0, answerMs: 1, pauseMs: 1_000 };
    const path = writeAll(folder());
    const slow = open(path, { limits, clock: { now: () => new Date(now) } });
    await slow.settled();
    await expect(slow.embedder?.embed(['lũ'])).rejects.toThrow(/không trả lời trong 0.001 giây/);
    expect(slow.states().every(({ state }) => state === 'failed')).toBe(true);
    now = 5_000;
    await expect(slow.embedder?.embed(['lũ'])).rejects.toThrow(/không trả lời/);
  });

  it('refuses a model without the three relations', async () => {
    const path = folder();
    writeTinyEntailment(join(path, 'entailment'), ['không']);
    const config = { model_type: 'bert', id2label: { 0: 'POSITIVE', 1: 'NEGATIVE' } };
    writeFileSync(join(path, 'entailment', 'config.json'), JSON.stringify(config));
    const models = open(path);
    await models.settled();
    expect(models.health().detail).toMatch(/không có nhãn "entailment"/);
  });
});

function withFile(name: string, content: string): string {
  const path = folder();
  writeFileSync(join(path, name), content);
  return path;
}

function withModelLess(): string {
  const path = folder();
  writeTinyEmbedder(join(path, 'embedding'), [['a']]);
  rmSync(join(path, 'embedding', 'tokenizer.json'));
  rmSync(join(path, 'embedding', 'tokenizer_config.json'));
  return path;
}
