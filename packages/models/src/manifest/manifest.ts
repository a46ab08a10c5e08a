import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ModelManifest, type ModelTask, modelManifestSchema } from '@lamro/domain';
import { ModelError } from '../failure.ts';
import { chooseWeights, fingerprint, type Precision } from './weights.ts';

/** One model to be loaded, told so that a thread can do it alone. */
export interface ModelSpec {
  readonly task: ModelTask;
  /** Names model and weights; results of different ids are never compared. */
  readonly id: string;
  readonly source: ModelSource;
  /** Size of the weights on disk; null for what comes from the hub. */
  readonly bytes: number | null;
  /** Put before every text; for embedding only. */
  readonly prefix: string;
  /** ISO 639-1; for translation only. */
  readonly from: readonly string[];
  readonly to: string;
}

export type ModelSource =
  | { readonly kind: 'folder'; readonly path: string; readonly precision: Precision }
  | {
      readonly kind: 'hub';
      readonly name: string;
      readonly revision: string;
      readonly precision: Precision;
      /** Where fetched files are kept. */
      readonly cache: string;
    };

/** What a folder holds for a task, or why it cannot be used. */
export type Found =
  | { readonly spec: ModelSpec }
  | { readonly task: ModelTask; readonly id: string; readonly why: string };

/**
 * Reads which models stand in a folder: by its `models.json`, or else by the subfolders `embedding`, `entailment` and
 * `translation/<from>-<to>`.
 *
 * @throws ModelError when the folder is missing or its `models.json` is wrong
 */
export function findModels(folder: string): Found[] {
  const base = resolve(folder);
  if (!existsSync(base)) throw new ModelError(`Không có thư mục ${base}; hãy sửa MODELS_DIR hoặc tạo thư mục này.`);
  const { embedding, entailment, translation } = readManifest(base);
  return [
    ...(embedding === undefined ? [] : [specOf(base, 'embedding', embedding, { prefix: embedding.prefix })]),
    ...(entailment === undefined ? [] : [specOf(base, 'entailment', entailment, {})]),
    ...translation.map((one) => specOf(base, 'translation', one, { from: one.from, to: one.to })),
  ];
}

function readManifest(base: string): ModelManifest {
  const file = join(base, 'models.json');
  if (!existsSync(file)) return byConvention(base);
  const parsed = modelManifestSchema.safeParse(parseJson(file));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'models.json'} ${message}`);
  throw new ModelError(`Tệp ${file} sai: ${problems.join('; ')}.`);
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new ModelError(`Tệp ${file} không phải JSON hợp lệ; hãy sửa lại.`, { cause });
  }
}

function byConvention(base: string): ModelManifest {
  const has = (folder: string) => existsSync(join(base, folder, 'config.json'));
  const pairs = existsSync(join(base, 'translation')) ? readdirSync(join(base, 'translation')) : [];
  return modelManifestSchema.parse({
    ...(has('embedding') ? { embedding: { folder: 'embedding' } } : {}),
    ...(has('entailment') ? { entailment: { folder: 'entailment' } } : {}),
    translation: pairs.sort().flatMap((pair) => {
      const [, from, to] = /^([a-z]{2})-([a-z]{2})$/.exec(pair) ?? [];
      const folder = `translation/${pair}`;
      return from !== undefined && to !== undefined && has(folder) ? [{ folder, from: [from], to }] : [];
    }),
  });
}

type Entry = Pick<NonNullable<ModelManifest['entailment']>, 'folder' | 'hub' | 'revision' | 'dtype'>;
interface Details {
  readonly prefix?: string | undefined;
  readonly from?: readonly string[];
  readonly to?: string;
}

function specOf(base: string, task: ModelTask, entry: Entry, details: Details): Found {
  const { from = [], to = '' } = details;
  const name = entry.hub ?? entry.folder ?? '';
  const prefix = details.prefix ?? (/(^|[/-])(multilingual-)?e5-/.test(name) ? 'query: ' : '');
  if (entry.hub !== undefined) {
    const precision = entry.dtype ?? 'q8';
    const source = {
      kind: 'hub',
      name,
      revision: entry.revision,
      precision,
      cache: join(base, '.cache'),
    } as const;
    return { spec: { task, id: `${name}@${entry.revision}#${precision}`, source, bytes: null, prefix, from, to } };
  }
  const path = resolve(base, name);
  const weights = chooseWeights(path, task === 'translation' ? TRANSLATION_FILES : ['model'], entry.dtype);
  if (!weights.ok) return { task, id: name, why: weights.why };
  const id = `${name}@${fingerprint(path, weights.files)}`;
  const source = { kind: 'folder', path, precision: weights.precision } as const;
  return { spec: { task, id, source, bytes: weights.bytes, prefix, from, to } };
}

const TRANSLATION_FILES = ['encoder_model', 'decoder_model_merged'];
