import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@lamro/runtime';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BlobDamaged, BlobMissing } from './blob-error.ts';
import { openBlobStore } from './open-store.ts';
import { s3BlobStore } from './s3-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'lamro-s3-'));
const BUCKET = 'ban-luu';
const bytes = Buffer.from('<html>bản lưu</html>');
let server: S3rver;
let endpoint: string;
beforeAll(async () => {
  server = new S3rver({
    ...{ address: '127.0.0.1', port: 0, directory: folder, silent: true },
    configureBuckets: [{ name: BUCKET }],
  });
  endpoint = `http://127.0.0.1:${(await server.run()).port}`;
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

// The key pair that s3rver takes.
const keys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
const store = (bucket = BUCKET, accessKeyId = keys.accessKeyId) =>
  s3BlobStore({ ...keys, bucket, endpoint, region: 'us-east-1', accessKeyId });

describe('s3BlobStore', () => {
  it('gives back what was put, under its hash, once', async () => {
    const sha256 = await store().put(bytes);
    expect(await store().put(bytes)).toBe(sha256);
    expect(Buffer.from(await store().get(sha256)).equals(bytes)).toBe(true);
    expect(await store().has(sha256)).toBe(true);
    const kept = readdirSync(join(folder, BUCKET), { recursive: true }).map(String);
    expect(kept.filter((name) => name.endsWith('_object'))).toEqual([
      `${sha256.slice(0, 2)}/${sha256.slice(2)}.gz._S3rver_object`,
    ]);
  });

  it('says what is missing and what was changed, and mends it when it is put again', async () => {
    const absent = 'a'.repeat(64);
    expect(await store().has(absent)).toBe(false);
    await expect(store().get(absent)).rejects.toThrow(BlobMissing);
    const sha256 = await store().put(bytes);
    writeFileSync(join(folder, BUCKET, sha256.slice(0, 2), `${sha256.slice(2)}.gz._S3rver_object`), 'khác');
    await expect(store().get(sha256)).rejects.toThrow(BlobDamaged);
    await store().put(bytes);
    expect(Buffer.from(await store().get(sha256)).equals(bytes)).toBe(true);
  });

  it.each(['', '../x', 'A'.repeat(64)])('takes %j for no hash', async (name) => {
    await expect(store().get(name)).rejects.toThrow(TypeError);
  });

  it('names the place and the settings when the bucket or the key is wrong', async () => {
    await expect(store('khong-co').put(bytes)).rejects.toThrow(/khong-co không dùng được.*S3_BUCKET/);
    await expect(store(BUCKET, 'sai').put(Buffer.from('khác nữa'))).rejects.toThrow(/không dùng được/);
  });
});

describe('openBlobStore', () => {
  const settings = { S3_BUCKET: BUCKET, S3_ENDPOINT: '', S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER' };

  it('takes the bucket where one is configured, and the folder else', async () => {
    const home = join(folder, 'home');
    const bucket = openBlobStore(loadConfig({ ...settings, S3_ENDPOINT: endpoint, LAMRO_HOME: home }, {}));
    const sha256 = await bucket.put(Buffer.from('vào thùng'));
    expect(await store().has(sha256)).toBe(true);
    const plain = openBlobStore(loadConfig({ LAMRO_HOME: home }, {}));
    expect(await plain.has(sha256)).toBe(false);
    expect(await plain.put(bytes)).toHaveLength(64);
    expect(readdirSync(home)).toEqual(['archive']);
  });

  it('asks for the keys of a bucket', () => {
    expect(() => openBlobStore(loadConfig({ S3_BUCKET: BUCKET }, {}))).toThrow(/S3_ACCESS_KEY_ID/);
  });
});
