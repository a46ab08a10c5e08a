import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { InvalidFileError, type Problem } from '../problem/problem.ts';

type Path = readonly PropertyKey[];

/** A YAML file as data, with the line on which each path stands. */
export interface YamlFile {
  readonly file: string;
  readonly data: unknown;
  lineOf(path: Path): number;
}

/**
 * Reads YAML and remembers the lines.
 *
 * @throws InvalidFileError with every syntax error (duplicate keys too) and its line
 */
export function readYaml(file: string, content: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines });
  const problems = [...document.errors, ...document.warnings].map((fault) => ({
    file,
    line: lines.linePos(fault.pos[0]).line,
    path: '',
    message: `không phải YAML hợp lệ: ${fault.message.split('\n')[0]}; sửa cú pháp ở dòng này`,
  }));
  if (problems.length > 0) throw new InvalidFileError(problems);
  const lineOf = (path: Path): number => lines.linePos(offsetOf(document.contents, path)).line;
  return { file, data: document.toJS(), lineOf };
}

/** Offset of the deepest node that exists along the path; a map entry is found at its key. */
function offsetOf(root: unknown, path: Path): number {
  let node: unknown = root;
  let offset = rangeStart(root);
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === String(step));
      if (pair === undefined) return offset;
      offset = rangeStart(pair.key);
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (node === undefined) return offset;
      offset = rangeStart(node);
    } else {
      return offset;
    }
  }
  return offset;
}

function rangeStart(node: unknown): number {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : null;
  const start: unknown = Array.isArray(range) ? range[0] : 0;
  return typeof start === 'number' ? start : 0;
}

/** Writes a path as people read it: `sectors[3].agency`. */
export function formatPath(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');
}

/** Names a fault at a path of the file. */
export function problemAt(yaml: YamlFile, path: Path, message: string): Problem {
  return { file: yaml.file, line: yaml.lineOf(path), path: formatPath(path), message };
}

/**
 * Parses the file by its schema; messages are Vietnamese.
 *
 * @throws InvalidFileError with one fault per issue, each with its line
 */
export function parseYaml<T extends z.ZodType>(yaml: YamlFile, schema: T): z.infer<T> {
  const result = schema.safeParse(yaml.data, { error: z.locales.vi().localeError });
  if (result.success) return result.data;
  throw new InvalidFileError(
    result.error.issues.map((issue) => problemAt(yaml, pathOfIssue(issue), `${issue.message}${remedyOf(issue)}`)),
  );
}

function pathOfIssue(issue: z.core.$ZodIssue): Path {
  const unknownKey = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  return unknownKey === undefined ? issue.path : [...issue.path, unknownKey];
}

function remedyOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return '; xóa khóa này hoặc sửa tên khóa';
    case 'invalid_type':
      return '; thêm hoặc sửa giá trị theo lược đồ profile.schema.json';
    case 'invalid_value':
      return '; chọn một trong các giá trị được phép';
    default:
      return '';
  }
}
