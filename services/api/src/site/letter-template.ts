import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** The operator's own Word file, or null where the folder of templates holds none. */
export async function readLetterTemplate(file: string): Promise<Uint8Array | null> {
  return existsSync(file) ? new Uint8Array(await readFile(file)) : null;
}
