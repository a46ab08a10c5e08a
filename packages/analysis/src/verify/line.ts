import { z } from 'zod';
import { type Verification, verify } from './verify.ts';

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  claim: z.string().min(1, 'thiếu nhận định cần kiểm tra (claim)'),
  passage: z.string(),
});

export type VerifyLine = { readonly id: string | number } & Pick<Verification, 'label' | 'score' | 'evidence'>;

/**
 * The command `verify`: one claim and passage in, its label with evidence out.
 *
 * @throws ZodError when a value is not `{ id, claim, passage }`
 */
export function verifyLine(value: unknown): VerifyLine {
  const { id, claim, passage } = lineSchema.parse(value);
  const { label, score, evidence } = verify({ claim, passage });
  return { id, label, score, evidence };
}
