import { type Loading, openLoading, tableName } from '@lamro/database';
import type { BlobStore } from '@lamro/domain';
import { writeHomeFile } from '../installation/home-files.ts';
import type { OpeningKey } from '../key/key.ts';
import type { Manifest, Summary } from '../manifest/manifest.ts';
import { BackupDamaged } from './problem.ts';
import { readBackup } from './read-backup.ts';

export interface RestoreTarget {
  /** An empty database. */
  readonly databaseUrl: string;
  readonly blobs: BlobStore;
  /** Folder of the new installation. */
  readonly home: string;
}

/** A backup that was read to its end and is whole. */
export interface CheckedBackup {
  readonly manifest: Manifest;
  readonly summary: Summary;
  /** Small files of the installation, by name. */
  readonly homeFiles: ReadonlyMap<string, Buffer>;
}

export interface Restored {
  readonly manifest: Manifest;
  readonly summary: Summary;
  /** Small files that were put into the new folder; those that stood there already stay as they are. */
  readonly homeFiles: readonly string[];
}

/**
 * Proves that a backup is whole, without writing anything.
 *
 * @throws BackupDamaged, WrongKey
 */
export async function checkBackup(file: string, key: OpeningKey): Promise<CheckedBackup> {
  let manifest: Manifest | null = null;
  const homeFiles = new Map<string, Buffer>();
  const ignore = async () => undefined;
  const summary = await readBackup(file, key, {
    manifest: async (found) => {
      manifest = found;
    },
    rows: ignore,
    blob: ignore,
    home: async (name, bytes) => {
      homeFiles.set(name, bytes);
    },
  });
  if (manifest === null) throw new BackupDamaged('thiếu manifest.json');
  return { manifest, summary, homeFiles };
}

/**
 * Fills an empty database and an archive from a backup. The file is read twice: nothing is written before the first reading has proved
 * it whole, and the rows become true in one transaction at the very end.
 *
 * @param openTarget says where to, once the file is known to be whole
 * @throws BackupDamaged, WrongKey; LoadingRefused when the database is not empty. In each case the database is as it was
 */
export async function restoreBackup(
  file: string,
  key: OpeningKey,
  openTarget: (checked: CheckedBackup) => Promise<RestoreTarget>,
): Promise<Restored> {
  const checked = await checkBackup(file, key);
  const { manifest } = checked;
  const target = await openTarget(checked);
  const loading = await openLoading(target.databaseUrl, manifest);
  const homeFiles: string[] = [];
  try {
    const tables = loadTables(loading, manifest);
    const summary = await readBackup(file, key, {
      manifest: async (again) => {
        if (again.takenAt !== manifest.takenAt) throw new BackupDamaged('tệp đã bị thay trong lúc đọc');
      },
      rows: tables.rows,
      blob: async (_sha256, bytes) => {
        await target.blobs.put(bytes);
      },
      home: async (name, bytes) => {
        if (await writeHomeFile(target.home, name, bytes)) homeFiles.push(name);
      },
    });
    await tables.end();
    await loading.finish();
    return { manifest, summary, homeFiles };
  } catch (error) {
    await loading.abandon();
    throw error;
  }
}

/** Tables come one after the other, each in parts: the next one's first part ends the one before. */
function loadTables(loading: Loading, manifest: Manifest) {
  let current: string | null = null;
  const end = async () => {
    if (current !== null) await loading.end();
    current = null;
  };
  const rows = async (name: string, bytes: Buffer) => {
    if (name !== current) {
      await end();
      const table = manifest.tables.find((known) => tableName(known) === name);
      if (table === undefined) throw new BackupDamaged(`bảng lạ ${name}`);
      await loading.begin(table);
      current = name;
    }
    if (bytes.length > 0) await loading.write(bytes);
  };
  return { rows, end };
}
