import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type HeldAttachment, openSnapshot, type Queryable, type Snapshot, tableName } from '@lamro/database';
import type { BlobStore } from '@lamro/domain';
import { type ContainerWriter, createWriter } from '../container/writer.ts';
import { listHomeFiles, readHomeFile } from '../installation/home-files.ts';
import { eachWholeBlob } from '../installation/whole-blobs.ts';
import { type LockingKey, lock } from '../key/key.ts';
import type { ChainProof, Manifest, Summary } from '../manifest/manifest.ts';

export interface BackupSource {
  readonly databaseUrl: string;
  readonly blobs: BlobStore;
  /** Folder of the installation. */
  readonly home: string;
  /** Version of the software, for the reader of the file. */
  readonly software: string;
  readonly authFingerprint: string | null;
  /** Proves the chains of every province as of the moment of the backup. */
  readonly proveChains: (db: Queryable) => Promise<readonly ChainProof[]>;
}

export interface BackupReport {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly takenAt: string;
  readonly tables: number;
  readonly rows: number;
  readonly blobs: number;
  readonly blobBytes: number;
  readonly heldApart: readonly HeldAttachment[];
  readonly missingBlobs: readonly string[];
  readonly chains: readonly ChainProof[];
  readonly homeFiles: readonly string[];
}

/** Rows are gathered to parts of about this size. */
const PART_BYTES = 4 * 1024 * 1024;

/**
 * Writes one encrypted file with everything that an installation needs: every row as it stood at one moment, every blob that may leave,
 * and the installation's own small files. Others go on working meanwhile; memory does not grow with the data.
 *
 * The file is age over gzip over tar; see docs/operating.md for reading it without this software.
 *
 * @param file must not exist; it appears under this name only when it is whole
 * @throws when the database cannot be read or the file cannot be written; then there is no file
 */
export async function writeBackup(source: BackupSource, key: LockingKey, file: string): Promise<BackupReport> {
  if (existsSync(file)) throw new Error(`Tệp ${file} đã có: chọn tên khác, bản sao lưu cũ không bị ghi đè.`);
  const snapshot = await openSnapshot(source.databaseUrl);
  const draft = `${file}.part`;
  try {
    const writer = createWriter(snapshot.takenAt);
    const filled = fill(writer, snapshot, source).catch((error: Error) => {
      writer.fail(error);
      throw error;
    });
    // The stream ends with the same error; whichever is awaited first must not leave the other unheard.
    filled.catch(() => undefined);
    const gzip = createGzip();
    const compressed = pipeline(writer.bytes, gzip);
    compressed.catch(() => undefined);
    const written = await writeSynced(await lock(gzip, key), draft);
    await compressed;
    const summary = await filled;
    await rename(draft, file);
    return reportOf(file, written, snapshot, summary);
  } finally {
    await rm(draft, { force: true });
    await snapshot.close();
  }
}

function reportOf(
  file: string,
  written: { bytes: number; sha256: string },
  snapshot: Snapshot,
  summary: Summary,
): BackupReport {
  return {
    file,
    ...written,
    takenAt: snapshot.takenAt.toISOString(),
    tables: snapshot.tables.length,
    rows: Object.values(summary.rows).reduce((sum, rows) => sum + rows, 0),
    blobs: summary.blobs,
    blobBytes: summary.blobBytes,
    heldApart: snapshot.held,
    missingBlobs: summary.missingBlobs,
    chains: summary.chains,
    homeFiles: summary.homeFiles,
  };
}

async function fill(writer: ContainerWriter, snapshot: Snapshot, source: BackupSource): Promise<Summary> {
  const manifest: Manifest = {
    format: 'lamro-backup/1',
    software: source.software,
    takenAt: snapshot.takenAt.toISOString(),
    migrations: [...snapshot.migrations],
    partitions: [...snapshot.partitions],
    tables: [...snapshot.tables],
    heldApart: [...snapshot.held],
    authFingerprint: source.authFingerprint,
  };
  await writer.add('manifest.json', json(manifest));
  const chains = [...(await source.proveChains(snapshot.db))];
  const rows: Record<string, number> = {};
  for (const table of snapshot.tables) {
    const name = tableName(table);
    rows[name] = await addRows(writer, name, snapshot.rows(table, 'text'));
  }
  const blobs = await eachWholeBlob(snapshot, source.blobs, (sha256, bytes) =>
    writer.add(`blobs/${sha256.slice(0, 2)}/${sha256}`, bytes),
  );
  const homeFiles = [...(await listHomeFiles(source.home))];
  for (const name of homeFiles) await writer.add(`home/${name}`, await readHomeFile(source.home, name));
  const summary: Summary = { rows, ...blobs, chains, homeFiles };
  await writer.add('summary.json', json(summary));
  writer.finish();
  return summary;
}

function json(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
}

/** @returns how many rows; each is one line of PostgreSQL's text form */
async function addRows(writer: ContainerWriter, name: string, stream: Readable): Promise<number> {
  let part = 0;
  let rows = 0;
  let chunks: Buffer[] = [];
  let size = 0;
  const flush = async () => {
    await writer.add(`tables/${name}/${String(++part).padStart(6, '0')}.copy`, Buffer.concat(chunks));
    chunks = [];
    size = 0;
  };
  for await (const chunk of stream) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) rows++;
    chunks.push(bytes);
    size += bytes.length;
    if (size >= PART_BYTES) await flush();
  }
  if (size > 0 || part === 0) await flush();
  return rows;
}

/** Writes a stream where its owner alone may read it, and lets it reach the disk. */
async function writeSynced(stream: Readable, path: string): Promise<{ bytes: number; sha256: string }> {
  const handle = await open(path, 'wx', 0o600);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      hash.update(chunk);
      bytes += chunk.length;
      await handle.write(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}
