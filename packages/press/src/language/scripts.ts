/** Letters of a text by script; Latin letters that only Vietnamese uses are counted within Latin and apart. */
export interface ScriptCounts {
  latin: number;
  han: number;
  kana: number;
  hangul: number;
  thai: number;
  lao: number;
  khmer: number;
  cyrillic: number;
  other: number;
  total: number;
}

/** Counts letters by script in one pass; digits, signs and combining marks are left out. */
export function countScripts(text: string): ScriptCounts {
  const counts: ScriptCounts = {
    latin: 0,
    han: 0,
    kana: 0,
    hangul: 0,
    thai: 0,
    lao: 0,
    khmer: 0,
    cyrillic: 0,
    other: 0,
    total: 0,
  };
  for (let index = 0; index < text.length; index++) {
    const script = scriptOf(text.charCodeAt(index));
    if (script === null) continue;
    counts[script]++;
    counts.total++;
  }
  return counts;
}

function scriptOf(code: number): Exclude<keyof ScriptCounts, 'total'> | null {
  if (code < 0x41) return null;
  if (code < 0x250)
    return code <= 0x5a || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code !== 0xd7 && code !== 0xf7)
      ? 'latin'
      : null;
  if (code < 0x370) return null;
  if (code < 0x400) return 'other';
  if (code < 0x530) return 'cyrillic';
  if (code < 0xe00) return code >= 0x600 || code < 0x590 ? 'other' : null;
  if (code < 0xe80) return code === 0xe3f || (code >= 0xe50 && code <= 0xe5b) ? null : 'thai';
  if (code < 0xf00) return code >= 0xed0 && code <= 0xed9 ? null : 'lao';
  if (code >= 0x1100 && code < 0x1200) return 'hangul';
  if (code >= 0x1780 && code < 0x1800) return code >= 0x17e0 ? null : 'khmer';
  if (code >= 0x1e00 && code < 0x1f00) return 'latin';
  if (code < 0x2000) return 'other';
  if (code < 0x3040) return null;
  if (code < 0x3100) return 'kana';
  if (code >= 0x3130 && code < 0x3190) return 'hangul';
  if ((code >= 0x3400 && code < 0xa000) || (code >= 0xf900 && code < 0xfb00) || (code >= 0xd840 && code < 0xd8c0))
    return 'han';
  if (code >= 0xac00 && code < 0xd7b0) return 'hangul';
  if (code >= 0xff66 && code < 0xff9e) return 'kana';
  return null;
}
