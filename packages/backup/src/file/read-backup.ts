import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { tableName } from '@lamro/database';
import type { z } from 'zod';
import { type Part, readParts } from '../container/reader.ts';
import { isHomeFile } from '../installation/home-files.ts';
import { type OpeningKey, unlock } from '../key/key.ts';
import { type Manifest, manifestSchema, type Summary, summarySchema } from '../manifest/manifest.ts';
import { BackupDamaged } from './problem.ts';

/** What one reading of a backup hands on, in the order of the file. */
export interface BackupVisitor {
  manifest(manifest: Manifest): Promise<void>;
  /** Bytes of a table in PostgreSQL's text form; a table comes in one or more parts, each table once. */
  rows(table: string, bytes: Buffer): Promise<void>;
  blob(sha256: string, bytes: Buffer): Promise<void>;
  home(name: string, bytes: Buffer): Promise<void>;
}

/**
 * Reads a backup from its first byte to its last and proves on the way that it is whole: its encryption is authentic, each blob has its
 * hash, each table its rows, nothing is missing and nothing is added.
 *
 * @throws BackupDamaged, WrongKey, or what the visitor threw
 */
export async function readBackup(file: string, key: OpeningKey, visitor: BackupVisitor): Promise<Summary> {
  const closed = createReadStream(file);
  let manifest: Manifest | null = null;
  let summary: Summary | null = null;
  const seen: Seen = { rows: new Map(), last: '', blobs: 0, blobBytes: 0, homeFiles: [] };
  try {
    await readParts(await unlock(closed, key), async (part) => {
      if (summary !== null) throw new BackupDamaged(`${part.name} đứng sau phần cuối`);
      if (part.name === 'manifest.json') {
        manifest = parse(manifestSchema, part);
        await visitor.manifest(manifest);
      } else if (manifest === null) throw new BackupDamaged('phần đầu không phải manifest.json');
      else if (part.name === 'summary.json') summary = parse(summarySchema, part);
      else await visit(part, manifest, seen, visitor);
    });
  } finally {
    closed.destroy();
  }
  if (manifest === null || summary === null) throw new BackupDamaged('thiếu phần cuối');
  compare(manifest, summary, seen);
  return summary;
}

interface Seen {
  readonly rows: Map<string, number>;
  last: string;
  blobs: number;
  blobBytes: number;
  readonly homeFiles: string[];
}

async function visit(part: Part, manifest: Manifest, seen: Seen, visitor: BackupVisitor): Promise<void> {
  const [kind, first = '', second = ''] = part.name.split('/');
  if (kind === 'tables') {
    if (!manifest.tables.some((table) => tableName(table) === first)) throw new BackupDamaged(`bảng lạ ${first}`);
    if (seen.last !== first && seen.rows.has(first)) throw new BackupDamaged(`bảng ${first} đến hai lần`);
    seen.last = first;
    seen.rows.set(first, (seen.rows.get(first) ?? 0) + linesIn(part.bytes));
    return visitor.rows(first, part.bytes);
  }
  if (kind === 'blobs') {
    if (createHash('sha256').update(part.bytes).digest('hex') !== second)
      throw new BackupDamaged(`bản lưu ${second} không đúng mã băm`);
    seen.blobs++;
    seen.blobBytes += part.bytes.length;
    return visitor.blob(second, part.bytes);
  }
  const name = part.name.slice('home/'.length);
  if (kind !== 'home' || !isHomeFile(name)) throw new BackupDamaged(`phần lạ ${part.name}`);
  seen.homeFiles.push(name);
  return visitor.home(name, part.bytes);
}

function linesIn(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
  return lines;
}

function parse<Output>(schema: z.ZodType<Output>, part: Part): Output {
  try {
    return schema.parse(JSON.parse(part.bytes.toString('utf8')));
  } catch (cause) {
    throw new BackupDamaged(`${part.name} không đúng dạng của bản phần mềm này`, cause);
  }
}

function compare(manifest: Manifest, summary: Summary, seen: Seen): void {
  for (const table of manifest.tables.map(tableName)) {
    const [came, written] = [seen.rows.get(table), summary.rows[table]];
    if (came === undefined || came !== written)
      throw new BackupDamaged(`bảng ${table} có ${came ?? 0} dòng, lúc sao lưu có ${written ?? 0}`);
  }
  if (seen.blobs !== summary.blobs || seen.blobBytes !== summary.blobBytes)
    throw new BackupDamaged(`có ${seen.blobs} bản lưu, lúc sao lưu có ${summary.blobs}`);
  if (seen.homeFiles.join() !== summary.homeFiles.join()) throw new BackupDamaged('thiếu tệp của bản cài đặt');
}
