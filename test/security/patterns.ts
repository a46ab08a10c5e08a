import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { parse } from 'acorn';
import { simple } from 'acorn-walk';
import { noNumbers, numerals } from '../../packages/analysis/src/figures/numerals.ts';
import { brahmicRules } from '../../packages/analysis/src/figures/period-brahmic.ts';
import { SHARE_LEXICONS } from '../../packages/analysis/src/figures/share-lexicon.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SOURCES = ['packages/*/src/**/*.ts', 'packages/desk/src/browser/*.js', 'services/*/src/**/*.ts', 'infra/**/*.ts'];

/** A regular expression as it stands in the sources. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** `file:line` of its first place. */
  readonly where: string;
}

/** Name of a pattern in the list of those proven linear: itself, or the digest of one that is put together from word lists. */
export function keyOf({ source, flags }: Pattern): string {
  const key = `/${source}/${flags}`;
  return key.length <= 400 ? key : `sha256:${createHash('sha256').update(key).digest('hex').slice(0, 24)}`;
}

/** Expressions that stand in the lexicons, as they are run: with their word lists put in. */
function lexiconPatterns(): Pattern[] {
  const shares = [...SHARE_LEXICONS].flatMap(([language, { rules }]) =>
    rules.map(({ pattern }) => patternOf(pattern, `shares.json:${language}`)),
  );
  const none = Object.keys(numerals.none).flatMap((language) =>
    noNumbers(language).map((pattern) => patternOf(pattern, `numbers.json:${language}`)),
  );
  return [...shares, ...none];
}

function patternOf({ source, flags }: RegExp, place: string): Pattern {
  return { source, flags, where: `packages/analysis/data/lexicon/${place}` };
}

/** Every expression that the sources and the lexicons write out, each once, and the places that build one from parts. */
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
  const periods = brahmicRules.map(([source]) => ({
    source,
    flags: 'giu',
    where: 'packages/analysis/src/figures/period-brahmic.ts:1',
  }));
  for (const pattern of [...lexiconPatterns(), ...periods]) written.set(`${pattern.source}/${pattern.flags}`, pattern);
  return { written: [...written.values()], built };
}
