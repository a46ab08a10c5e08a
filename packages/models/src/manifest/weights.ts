import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelManifest } from '@lamro/domain';

export type Precision = NonNullable<NonNullable<ModelManifest['entailment']>['dtype']>;

/** How exporters name the files of each precision, smallest in memory first that still judges well. */
const SUFFIXES: readonly (readonly [Precision, string])[] = [
  ['q8', '_quantized'],
  ['int8', '_int8'],
  ['uint8', '_uint8'],
  ['q4', '_q4'],
  ['fp16', '_fp16'],
  ['fp32', ''],
];

export type Weights =
  | {
      readonly ok: true;
      readonly precision: Precision;
      readonly files: readonly string[];
      readonly bytes: number;
    }
  | { readonly ok: false; readonly why: string };

/** Finds the files of a model's weights: `onnx/<stem><suffix>.onnx` for each stem, with external data beside them. */
export function chooseWeights(folder: string, stems: readonly string[], wanted: Precision | undefined): Weights {
  const missing = ['config.json', 'tokenizer.json', 'tokenizer_config.json'].filter(
    (name) => !existsSync(join(folder, name)),
  );
  if (missing.length > 0) {
    return { ok: false, why: `Thư mục ${folder} thiếu ${missing.join(', ')}; hãy chép đủ các tệp của mô hình.` };
  }
  for (const [precision, suffix] of SUFFIXES) {
    if (wanted !== undefined && wanted !== precision) continue;
    const files = stems.map((stem) => join(folder, 'onnx', `${stem}${suffix}.onnx`));
    if (!files.every((file) => existsSync(file))) continue;
    const all = [...files, ...files.map((file) => `${file}_data`).filter((file) => existsSync(file))];
    return { ok: true, precision, files: all, bytes: all.reduce((sum, file) => sum + statSync(file).size, 0) };
  }
  const names = stems.map((stem) => `onnx/${stem}.onnx`).join(' và ');
  const kind = wanted === undefined ? '' : ` (${wanted})`;
  return { ok: false, why: `Thư mục ${folder} thiếu ${names}${kind}; hãy xuất mô hình sang ONNX rồi chép vào.` };
}

const EDGE = 65_536;

/**
 * Twelve hexadecimal digits that tell models apart: configuration, tokenizer, and of each file of weights its size and both
 * ends, so that a gigabyte need not be read at each start.
 */
export function fingerprint(folder: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const name of ['config.json', 'tokenizer.json']) hash.update(readFileSync(join(folder, name)));
  for (const file of files) {
    const { size } = statSync(file);
    hash
      .update(`\n${size}\n`)
      .update(readAt(file, 0))
      .update(readAt(file, Math.max(0, size - EDGE)));
  }
  return hash.digest('hex').slice(0, 12);
}

function readAt(file: string, position: number): Buffer {
  const handle = openSync(file, 'r');
  try {
    const edge = Buffer.alloc(EDGE);
    return edge.subarray(0, readSync(handle, edge, 0, EDGE, position));
  } finally {
    closeSync(handle);
  }
}
