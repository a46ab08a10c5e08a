/** Groups of scripts that need a font of their own. */
export type Script = 'latin' | 'chinese' | 'japanese' | 'korean' | 'thai' | 'lao' | 'khmer' | 'right-to-left';

const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
  ['japanese', /[\u3040-\u30FF\u31F0-\u31FF]/],
  ['korean', /[\u1100-\u11FF\u3130-\u318F\uAC00-\uD7AF]/],
  [
    'chinese',
    /[\u2E80-\u2FDF\u3000-\u303F\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF]|\p{Script=Han}/u,
  ],
  ['thai', /\p{Script=Thai}/u],
  ['lao', /\p{Script=Lao}/u],
  ['khmer', /\p{Script=Khmer}/u],
  ['right-to-left', /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u],
];

export interface ScriptRun {
  readonly script: Script;
  readonly text: string;
}

/** Latin with all of its marks, Greek, Cyrillic and common signs: most texts are nothing else. */
const PLAIN = /^[\u0000-\u052F\u1E00-\u20CF]*$/;

/**
 * Cuts a text into runs of one script each; blanks stay with the run before them. Han characters belong to the
 * language whose own letters stand in the same text.
 *
 * @example splitScripts('Báo 日本経済新聞') // [{ script: 'latin', … }, { script: 'japanese', … }]
 */
export function splitScripts(text: string): ScriptRun[] {
  if (PLAIN.test(text)) return text === '' ? [] : [{ script: 'latin', text }];
  const han = ['japanese', 'korean'].find((script) => SCRIPTS.some(([id, range]) => id === script && range.test(text)));
  const runs: { script: Script; text: string }[] = [];
  for (const character of text) {
    const script = scriptOf(character, han);
    const last = runs.at(-1);
    if (last !== undefined && (script === null || script === last.script)) last.text += character;
    else runs.push({ script: script ?? 'latin', text: character });
  }
  return runs;
}

function scriptOf(character: string, han: string | undefined): Script | null {
  const found = SCRIPTS.find(([, range]) => range.test(character))?.[0];
  // Marks, blanks and joiners belong to the letters before them.
  if (found === undefined) return /[\p{M}\p{Z}\u200B-\u200F]/u.test(character) ? null : 'latin';
  return found === 'chinese' && (han === 'japanese' || han === 'korean') ? han : found;
}
