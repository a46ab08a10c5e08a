import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BlobDamaged, BlobMissing } from './blob-error.ts';
import { folderBlobStore } from './folder-store.ts';

let dir = '';

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lamro-blobs-'));
});

afterEach(() => rm(dir, { recursive: true, force: true }));

const bytes = Buffer.from('Trang này đã nói như sau.');
const hash = createHash('sha256').update(bytes).digest('hex');
const place = (): string => join(dir, hash.slice(0, 2), `${hash.slice(2)}.gz`);
const files = async (): Promise<string[]> =>
  (await readdir(dir, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

describe('folderBlobStore', () => {
  it('keeps bytes under their hash, readable by any gzip', async () => {
    const store = folderBlobStore(dir);
    expect(await store.has(hash)).toBe(false);
    expect(await store.put(bytes)).toBe(hash);
    expect(await store.has(hash)).toBe(true);
    expect(Buffer.from(await store.get(hash)).equals(bytes)).toBe(true);
    expect(gunzipSync(await readFile(place())).equals(bytes)).toBe(true);
  });

  it('keeps the same bytes once, even when many store them at once', async () => {
    const store = folderBlobStore(dir);
    const hashes = await Promise.all(Array.from({ length: 20 }, () => store.put(bytes)));
    expect(new Set(hashes)).toEqual(new Set([hash]));
    expect(await files()).toEqual([`${hash.slice(2)}.gz`]);
  });

  it('keeps nothing as well as anything', async () => {
    const store = folderBlobStore(dir);
    const empty = await store.put(new Uint8Array());
    expect(await store.get(empty)).toHaveLength(0);
  });

  it('makes its folder', async () => {
    const store = folderBlobStore(join(dir, 'a', 'b'));
    expect(await store.has(await store.put(bytes))).toBe(true);
  });

  it('says that a blob is missing', async () => {
    await expect(folderBlobStore(dir).get(hash)).rejects.toBeInstanceOf(BlobMissing);
  });

  it.each([
    ['other bytes', gzipSync('Trang này đã nói khác.')],
    ['no gzip', Buffer.from('x')],
    ['half a gzip', gzipSync(bytes).subarray(0, 20)],
    ['nothing', Buffer.alloc(0)],
  ])('finds a blob damaged that holds %s, and storing repairs it', async (_what, damage) => {
    const store = folderBlobStore(dir);
    await store.put(bytes);
    await writeFile(place(), damage);
    await expect(store.get(hash)).rejects.toBeInstanceOf(BlobDamaged);
    expect(await store.has(hash)).toBe(false);
    await store.put(bytes);
    expect(Buffer.from(await store.get(hash)).equals(bytes)).toBe(true);
  });

  it.each(['', '../../etc/passwd', hash.toUpperCase(), `${hash}0`, `${hash.slice(1)}/`])(
    'takes %j for no hash',
    async (name) => {
      const store = folderBlobStore(dir);
      await expect(store.get(name)).rejects.toThrow(TypeError);
      await expect(store.has(name)).rejects.toThrow(TypeError);
    },
  );

  it('leaves no draft behind when it cannot write', async () => {
    await writeFile(join(dir, hash.slice(0, 2)), 'a file where the folder should be');
    await expect(folderBlobStore(dir).put(bytes)).rejects.toThrow();
    expect(await files()).toEqual([hash.slice(0, 2)]);
  });
});
