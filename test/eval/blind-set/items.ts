import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OfficialRecord, officialRecordSchema, signalKindSchema, verdictSchema } from '@lamro/domain';
import { z } from 'zod';

/** Folder of the first set, which the functions below read unless they are given another. */
const FIRST = import.meta.dirname;

const claimLabelSchema = z.strictObject({
  quote: z.string().min(1),
  verdict: verdictSchema,
  signal: signalKindSchema.optional(),
  recordId: z.string().min(1).optional(),
  articleId: z.string().min(1).optional(),
});

/** One labelled item of the blind set; the README says what each field means. */
export const blindItemSchema = z.strictObject({
  id: z.string().min(1),
  url: z.url(),
  title: z.string().min(1),
  text: z.string().min(1),
  language: z.string().length(2),
  publishedAt: z.iso.datetime({ offset: true }),
  outletCountry: z.string().length(2),
  label: z.strictObject({
    relevant: z.boolean(),
    flag: z.boolean(),
    verdict: verdictSchema.nullable(),
    claims: z.array(claimLabelSchema),
  }),
});
export type BlindItem = z.infer<typeof blindItemSchema>;

function files(set: string): string[] {
  return readdirSync(set, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ndjson'))
    .sort();
}

function lines(set: string, name: string): unknown[] {
  return readFileSync(join(set, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}

/** Profiles of the set in the folder `set`, one per folder, in alphabetical order. */
export function blindProfiles(set = FIRST): string[] {
  return [...new Set(files(set).map((name) => name.split('/')[0] ?? ''))];
}

/** Official records of one profile. Throws a ZodError on a line that is no record. */
export function blindRecords(profile: string, set = FIRST): OfficialRecord[] {
  return lines(set, join(profile, 'records.ndjson')).map((line) => officialRecordSchema.parse(line));
}

/** Items of one profile in all languages, merged in order of publication (as the judge must read them). */
export function blindItems(profile: string, set = FIRST): BlindItem[] {
  return files(set)
    .filter((name) => name.startsWith(`${profile}/`) && !name.endsWith('/records.ndjson'))
    .flatMap((name) => lines(set, name).map((line) => blindItemSchema.parse(line)))
    .sort((a, b) => Date.parse(a.publishedAt) - Date.parse(b.publishedAt));
}

/** SHA-256 (hex) over the bytes of all NDJSON files, concatenated in order of path. */
export function blindHash(set = FIRST): string {
  const hash = createHash('sha256');
  for (const name of files(set)) hash.update(readFileSync(join(set, name)));
  return hash.digest('hex');
}
