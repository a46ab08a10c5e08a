import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { BackupDamaged, WrongKey } from '../file/problem.ts';

export interface Part {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Longer parts are never written. */
const LONGEST_PART = 256 * 1024 * 1024;

/**
 * Gives each part of a container in its order, one in memory at a time.
 *
 * @param visit its errors end the reading and are thrown on
 * @throws BackupDamaged when the bytes are not those that were written
 */
export async function readParts(compressed: Readable, visit: (part: Part) => Promise<void>): Promise<void> {
  const tar = extract();
  let stopped: unknown = null;
  tar.on('entry', (header, body, next) => {
    const name = header.name;
    if ((header.size ?? 0) > LONGEST_PART) return next(new Error(`phần ${name} quá dài`));
    const chunks: Buffer[] = [];
    body.on('data', (chunk: unknown) => {
      if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    });
    body.on('end', () => {
      visit({ name, bytes: Buffer.concat(chunks) }).then(
        () => next(),
        (error: unknown) => {
          stopped = error;
          next(error instanceof Error ? error : new Error(String(error)));
        },
      );
    });
  });
  try {
    await pipeline(compressed, createGunzip(), tar);
  } catch (error) {
    if (stopped !== null) throw stopped;
    if (error instanceof BackupDamaged || error instanceof WrongKey) throw error;
    throw new BackupDamaged(error instanceof Error ? error.message : String(error), error);
  }
}
