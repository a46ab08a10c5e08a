import { z } from 'zod';

const languageSchema = z.string().regex(/^[a-z]{2}$/, 'là mã ngôn ngữ hai chữ, ví dụ zh');

/** Where a model lies: a folder beside the manifest, or an id on the model hub. */
const sourceFields = {
  folder: z.string().min(1).optional(),
  hub: z
    .string()
    .regex(/^[\w.-]+\/[\w.-]+$/, 'là mã mô hình dạng chủ/tên, ví dụ Xenova/multilingual-e5-small')
    .optional(),
  revision: z.string().min(1).default('main'),
  /** Precision of the weights; the smallest one present in the folder when left out. */
  dtype: z.enum(['fp32', 'fp16', 'q8', 'int8', 'uint8', 'q4']).optional(),
};
const oneSource = (source: { folder?: string | undefined; hub?: string | undefined }) =>
  (source.folder === undefined) !== (source.hub === undefined);
const ONE_SOURCE = { error: 'cần đúng một trong hai mục folder và hub' };

/** `models.json` in MODELS_DIR: which model serves which task. */
export const modelManifestSchema = z.strictObject({
  embedding: z
    .strictObject({
      ...sourceFields,
      /** Put before every text; the e5 family wants "query: ". */
      prefix: z.string().optional(),
    })
    .refine(oneSource, ONE_SOURCE)
    .optional(),
  entailment: z.strictObject(sourceFields).refine(oneSource, ONE_SOURCE).optional(),
  translation: z
    .array(
      z
        .strictObject({
          ...sourceFields,
          from: z.array(languageSchema).min(1),
          to: languageSchema,
        })
        .refine(oneSource, ONE_SOURCE),
    )
    .default([]),
});
export type ModelManifest = z.infer<typeof modelManifestSchema>;

export const MODEL_TASKS = ['embedding', 'entailment', 'translation'] as const;
export type ModelTask = (typeof MODEL_TASKS)[number];

/** How one model stands now. `why` is one Vietnamese line and stands only where it failed. */
export type ModelState =
  | { readonly task: ModelTask; readonly state: 'absent' }
  | { readonly task: ModelTask; readonly state: 'loading' | 'ready'; readonly id: string }
  | { readonly task: ModelTask; readonly state: 'failed'; readonly id: string; readonly why: string };
