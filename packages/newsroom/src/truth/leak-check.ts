import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { composeEdition, plannedOrigin } from '../edition/edition.ts';
import { truthOf } from './truth.ts';

/** A claim of the truth that stands in a file of the product. */
export interface Leak {
  file: string;
  articleId: string;
  quote: string;
}

const SHORTEST = 12;

/**
 * Looks for the words of any claim of the truth in the sources, profiles and weights of the product: every text file under
 * `packages/` (but this package) and `services/` of `rootDir`. Quotes shorter than 12 characters prove nothing and are left
 * out. Compares without regard to case and spacing.
 */
export async function findLeaks(rootDir: string): Promise<Leak[]> {
  const edition = composeEdition({ now: new Date(), originOf: plannedOrigin });
  const quotes = truthOf(edition, { held: true }).flatMap((truth) =>
    truth.claims.map((claim) => ({ articleId: truth.id, quote: claim.quote, folded: fold(claim.quote) })),
  );
  const telling = quotes.filter((quote) => quote.folded.length >= SHORTEST);
  const leaks: Leak[] = [];
  for (const file of [
    ...(await textFiles(join(rootDir, 'packages'))),
    ...(await textFiles(join(rootDir, 'services'))),
  ]) {
    const content = fold(await readFile(file, 'utf8'));
    for (const { articleId, quote, folded } of telling) {
      if (content.includes(folded)) leaks.push({ file: relative(rootDir, file), articleId, quote });
    }
  }
  return leaks;
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
}

async function textFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== 'newsroom')
      found.push(...(await textFiles(path)));
    else if (entry.isFile() && /\.(?:ts|mjs|js|json|ndjson|ya?ml|txt|csv|md)$/.test(entry.name)) found.push(path);
  }
  return found;
}
