import { z } from 'zod';

const day = z.iso.date();

/** `2026`, `2026-09`, `2026-Q3`, or a range of two of those joined by `/`. */
export const periodSchema = z
  .string()
  .regex(
    /^\d{4}(-(\d{2}|Q[1-4]))?(\/\d{4}(-(\d{2}|Q[1-4]))?)?$/,
    'kỳ số liệu viết "2026", "2026-09", "2026-Q3" hoặc "2026-01/2026-09"',
  );

/** One official record as it comes in a records file: a figure, a statement, or an earlier clarification. */
export const officialRecordSchema = z.object({
  id: z.string().min(1),
  kind: z.enum(['figure', 'statement', 'clarification']),
  text: z.string().min(1),
  indicator: z.string().min(1).nullish(),
  value: z.number().nullish(),
  unit: z.string().min(1).nullish(),
  period: periodSchema.nullish(),
  validFrom: day.nullish(),
  validTo: day.nullish(),
  documentNumber: z.string().min(1),
  source: z.string().min(1),
  sourceUrl: z.string().min(1),
});
export type OfficialRecord = z.infer<typeof officialRecordSchema>;
