import { z } from 'zod';

export const verdicts = ['distorted', 'accurate-negative', 'opinion', 'unverifiable', 'accurate'] as const;
export const signals = [
  'contradicts-figure',
  'contradicts-statement',
  'repeats-clarified-claim',
  'differs-between-versions',
  'headline-body-mismatch',
  'old-as-new',
  'unattributed-allegation',
] as const;
export const sectorIds = [
  'foreign-affairs',
  'press-and-information',
  'culture-sport',
  'tourism',
  'investment',
  'trade-industry',
  'economic-zones',
  'finance-budget',
  'internal-affairs',
  'religion',
  'ethnic-affairs',
  'public-security',
  'defence',
  'border-sea-sovereignty',
  'human-rights',
  'education-training',
  'health',
  'environment-agriculture',
  'transport-construction',
  'labour-society',
  'justice',
  'science-technology',
  'other',
] as const;

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

const claim = z.object({
  mark: z.string().regex(/^\w+$/),
  verdict: z.enum(verdicts),
  signal: z.enum(signals).nullable(),
  /** `record:ID` or `article:ID`; `article:self` for a headline against its own body. */
  evidence: z.array(z.string().regex(/^(?:record|article):[\w-]+$/)),
});

const head = z.strictObject({
  outlet: z.string(),
  /** Days before now at which the article appeared. */
  age: z.coerce.number().nonnegative(),
  story: z.string().optional(),
  places: list.default([]),
  sectors: list.pipe(z.array(z.enum(sectorIds))).default([]),
  title: z.string().optional(),
  by: z.string().optional(),
  verdict: z.enum(verdicts).optional(),
  /** A syndicated copy names its original; `prefix` goes before its text and `drop` cuts paragraphs from its end. */
  copyOf: z.string().optional(),
  prefix: z.string().optional(),
  drop: z.coerce.number().int().nonnegative().default(0),
  /** An article that waits for a `publish` step. */
  held: z.literal('yes').optional(),
});

export type Claim = z.infer<typeof claim>;
export interface Manuscript extends z.infer<typeof head> {
  id: string;
  profile: string | null;
  claims: readonly Claim[];
  paragraphs: readonly string[];
}

/** A block of one manuscript file: its id, its `key: value` lines and the paragraphs below the first empty line. */
export interface Block {
  id: string;
  fields: ReadonlyMap<string, string>;
  paragraphs: readonly string[];
}

/** Splits a manuscript file into its blocks, each opened by a line `@@ id`. Throws on a header line without a colon. */
export function readBlocks(text: string, file: string): Block[] {
  return text
    .normalize('NFC')
    .split(/^@@ /m)
    .slice(1)
    .map((part) => {
      const [opening = '', ...rest] = part.split('\n');
      const end = rest.findIndex((line) => line.trim() === '');
      const headerLines = end === -1 ? rest : rest.slice(0, end);
      const fields = new Map<string, string>();
      for (const line of headerLines.filter((each) => each.trim() !== '')) {
        const colon = line.indexOf(':');
        if (colon < 1) throw new Error(`${file}, ${opening}: header line without a colon: ${line}`);
        fields.set(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
      }
      const body = end === -1 ? [] : rest.slice(end);
      return { id: opening.trim(), fields, paragraphs: body.map((line) => line.trim()).filter((line) => line !== '') };
    });
}

/**
 * Reads one file of manuscripts. Claims are declared as `claim a: verdict | signal or - | evidence, evidence` and marked
 * in the title or text as `[[a|the very words]]`. Throws with file and id on anything that does not fit.
 */
export function readManuscripts(text: string, profile: string | null, file: string): Manuscript[] {
  return readBlocks(text, file).map((block) => {
    const entries = [...block.fields];
    const claims = entries.filter(([key]) => key.startsWith('claim ')).map(([key, value]) => readClaim(key, value));
    const parsed = head.safeParse(Object.fromEntries(entries.filter(([key]) => !key.startsWith('claim '))));
    if (!parsed.success) throw new Error(`${file}, ${block.id}: ${z.prettifyError(parsed.error)}`);
    return { ...parsed.data, id: block.id, profile, claims, paragraphs: block.paragraphs };
  });
}

function readClaim(key: string, value: string): Claim {
  const [verdict, signal, evidence = '-'] = value.split('|').map((part) => part.trim());
  return claim.parse({
    mark: key.slice('claim '.length).trim(),
    verdict,
    signal: signal === '-' ? null : signal,
    evidence: evidence === '-' ? [] : evidence.split(',').map((part) => part.trim()),
  });
}
