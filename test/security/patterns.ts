import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { parse } from 'acorn';
import { simple } from 'acorn-walk';

const ROOT = join(import.meta.dirname, '..', '..');
const SOURCES = ['packages/*/src/**/*.ts', 'packages/desk/src/browser/*.js', 'services/*/src/**/*.ts', 'infra/**/*.ts'];

/** A regular expression as it stands in the sources. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** `file:line` of its first place. */
  readonly where: string;
}

/** Every expression that the sources write out, each once, and the places that build one from parts. */
export interface Patterns {
  readonly written: readonly Pattern[];
  readonly built: readonly string[];
}

/** Reads all sources but tests. */
export function collectPatterns(): Patterns {
  const written = new Map<string, Pattern>();
  const built: string[] = [];
  for (const file of SOURCES.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).sort()) {
    if (file.endsWith('.test.ts') || file.endsWith('.d.ts')) continue;
    const text = readFileSync(join(ROOT, file), 'utf8');
    const code = file.endsWith('.ts') ? stripTypeScriptTypes(text) : text;
    const tree = parse(code, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
    const isRegExp = (node: { callee: { type: string; name?: string } }) => node.callee.name === 'RegExp';
    const note = (node: { loc?: { start: { line: number } } | null }) => `${file}:${node.loc?.start.line ?? 0}`;
    simple(tree, {
      Literal: (node) => {
        if (node.regex === undefined || node.regex === null) return;
        const { pattern: source, flags } = node.regex;
        const key = `${source}/${flags}`;
        if (!written.has(key)) written.set(key, { source, flags, where: note(node) });
      },
      NewExpression: (node) => {
        if (isRegExp(node)) built.push(note(node));
      },
      CallExpression: (node) => {
        if (isRegExp(node)) built.push(note(node));
      },
    });
  }
  return { written: [...written.values()], built };
}
