import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeTinyEmbedder } from '@lamro/testkit';
import { afterAll, describe, expect, it } from 'vitest';
import { findModels, type ModelSpec } from '../manifest/manifest.ts';
import { createThread } from './thread.ts';

const root = mkdtempSync(join(tmpdir(), 'lamro-thread-'));
afterAll(() => rmSync(root, { recursive: true }));

function embedder(): ModelSpec {
  writeTinyEmbedder(join(root, 'embedding'), [['lũ'], ['cảng']]);
  const [found] = findModels(root);
  if (found === undefined || !('spec' in found)) throw new Error('no embedder was written');
  return found.spec;
}

const limits = { threads: 1, tokens: 4, heapMegabytes: 256 };

describe('the thread of models', () => {
  it('ends what is late and starts afresh with the next question', async () => {
    const spec = embedder();
    const thread = createThread(limits);
    // No thread starts within a millisecond.
    await expect(thread.ask({ spec, kind: 'load' }, 1)).rejects.toThrow(/không trả lời/);
    expect(await thread.ask({ spec, kind: 'embed', texts: ['lũ'] }, 60_000)).toEqual({
      kind: 'vectors',
      vectors: [Float32Array.of(1, 0)],
    });
    await thread.close();
    await expect(thread.ask({ spec, kind: 'load' }, 60_000)).rejects.toThrow(/đã dừng/);
  });

  it('loads the runtime with its telemetry off', async () => {
    const spec = embedder();
    const thread = createThread(limits);
    expect(await thread.ask({ spec, kind: 'load' }, 60_000)).toEqual({ kind: 'loaded' });
    await thread.close();
    expect(process.env['ORT_DISABLE_TELEMETRY']).toBe('1');
  });

  it('cuts texts off at the limit of tokens', async () => {
    const spec = embedder();
    const thread = createThread(limits);
    // Four tokens are the opening frame and three words.
    const texts = ['lũ lũ cảng cảng cảng', 'lũ lũ cảng'];
    const answer = await thread.ask({ spec, kind: 'embed', texts }, 60_000);
    expect(answer).toMatchObject({ kind: 'vectors' });
    if (answer.kind !== 'vectors') return;
    expect(answer.vectors[0]).toEqual(answer.vectors[1]);
    expect(answer.vectors[0]?.[0]).toBeCloseTo(2 / Math.sqrt(5), 6);
    await thread.close();
  });

  it('answers those who still wait when it is closed', async () => {
    const spec = embedder();
    const thread = createThread(limits);
    const waiting = expect(thread.ask({ spec, kind: 'load' }, 60_000)).rejects.toThrow(/đã dừng/);
    await thread.close();
    await waiting;
  });
});
