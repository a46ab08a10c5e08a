import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Small files of an installation that stand neither in the database nor in the archive. */
const KEPT = [/^secrets\.json$/, /^sample-press\.json$/, /^tai-khoan-mau-[a-z-]+\.txt$/, /^templates\/[^/]+\.docx$/];

/** Names, relative to the folder of the installation, of what a backup takes along: its own secret, letter heads, the sample's place. */
export async function listHomeFiles(home: string): Promise<readonly string[]> {
  const names = async (folder: string, prefix: string) =>
    existsSync(folder) ? (await readdir(folder)).map((name) => `${prefix}${name}`) : [];
  const found = [...(await names(home, '')), ...(await names(join(home, 'templates'), 'templates/'))];
  return found.filter(isHomeFile).sort();
}

/** Whether a name is one of those that a backup takes along, and no other place on the machine. */
export function isHomeFile(name: string): boolean {
  return KEPT.some((pattern) => pattern.test(name));
}

export function readHomeFile(home: string, name: string): Promise<Buffer> {
  return readFile(join(home, name));
}

/** Puts a file into its place unless there is one already. @returns whether it was written */
export async function writeHomeFile(home: string, name: string, bytes: Uint8Array): Promise<boolean> {
  const path = join(home, name);
  if (!isHomeFile(name) || existsSync(path)) return false;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, bytes, { mode: 0o600 });
  return true;
}

/** Tells two secrets apart without giving either away. */
export function fingerprintOf(secret: string): string {
  return createHash('sha256').update(`lamro:auth:${secret}`).digest('hex').slice(0, 16);
}
