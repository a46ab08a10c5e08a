import { heldSchema, tableSchema } from '@lamro/database';
import { z } from 'zod';

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** First in the file: what is to come. */
export const manifestSchema = z.object({
  format: z.literal('lamro-backup/1'),
  software: z.string(),
  takenAt: z.iso.datetime(),
  migrations: z.array(z.string()).min(1),
  partitions: z.array(z.string()),
  tables: z.array(tableSchema).min(1),
  /** Attachments whose bytes are not in the file, because nobody has certified them. */
  heldApart: z.array(heldSchema),
  /** First 16 characters of a SHA-256 over the secret that second factors are encrypted with; null where it is not known. */
  authFingerprint: z.string().nullable(),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** What the chains of a province came to. */
export const chainProofSchema = z.object({
  profile: z.string(),
  ok: z.boolean(),
  cases: z.number().int(),
  events: z.number().int(),
  roots: z.number().int(),
});
export type ChainProof = z.infer<typeof chainProofSchema>;

/** Last in the file: what came. A file without it is not whole. */
export const summarySchema = z.object({
  rows: z.record(z.string(), z.number().int()),
  blobs: z.number().int(),
  blobBytes: z.number().int(),
  /** Hashes that the ledger names and the archive did not have, or had damaged. */
  missingBlobs: z.array(sha256Schema),
  chains: z.array(chainProofSchema),
  homeFiles: z.array(z.string()),
});
export type Summary = z.infer<typeof summarySchema>;
