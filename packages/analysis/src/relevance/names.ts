import type { Gazetteer, GazetteerUnit, LookAlike } from '@lamro/domain';
import { fold, toneForm } from '../text/fold.ts';
import { scriptOf } from '../text/script.ts';

/** One spelling under which the press may name a unit. */
export interface Name {
  readonly folded: string;
  /** As declared, for its capital letters. */
  readonly written: string;
  readonly language: string;
  /** Tone form that a Vietnamese spelling with diacritics must have; null for spellings of other languages. */
  readonly form: string | null;
  readonly unit: GazetteerUnit;
  /** Whether the name counts on its own; otherwise only beside an anchor or a word of the country. */
  readonly strong: boolean;
  /** Counts only when the unit's parent is named right after it ("Phường 1, Đà Lạt"). */
  readonly needsParent: boolean;
  /** A stem that is this name only with the ending of a case behind it. */
  readonly declines?: true;
  /** The look-alike that makes it ambiguous. */
  readonly lookAlike?: LookAlike;
  /** Begins with a small letter, because with a capital one it is another name: the lake, not the poet. */
  readonly small?: true;
}

const KIND_WORDS = /^(Thành phố|Tỉnh|Quận|Huyện|Thị xã|Thị trấn|Phường|Xã|Đặc khu|TP|TX|TT)\s+(?=\S)/i;

/** Official name without its kind word: "Huyện Tiền Hải" -> "Tiền Hải". */
export function bareName(official: string): string {
  return official.replace(KIND_WORDS, '');
}

/** All spellings of all units of a gazetteer. */
export function expandNames(gazetteer: Gazetteer): Name[] {
  const ambiguous = new Map(gazetteer.lookAlikes.map((entry) => [ambiguityKey(entry.text, entry.language), entry]));
  return gazetteer.units.flatMap((unit) => dropRepeats(namesOf(unit, ambiguous)));
}

function namesOf(unit: GazetteerUnit, ambiguous: ReadonlyMap<string, LookAlike>): Name[] {
  const own = vietnameseSpellings(unit).map((written) => ({ written, language: 'vi' }));
  const foreign = Object.entries(unit.names).flatMap(([language, spellings]) =>
    spellings.map((written) => ({ written, language })),
  );
  return [...own, ...foreign].flatMap((entry) => spell(unit, entry, ambiguous));
}

function vietnameseSpellings(unit: GazetteerUnit): string[] {
  const bare = bareName(unit.name);
  if (/^\d+$/.test(bare)) return [unit.name];
  const first = bare.split(' - ')[0];
  return first === undefined || first === bare ? [bare] : [bare, first];
}

function spell(
  unit: GazetteerUnit,
  { written, language }: { written: string; language: string },
  ambiguous: ReadonlyMap<string, LookAlike>,
): Name[] {
  const folded = fold(written);
  const tongue = language === 'zh-hant' ? 'zh' : language;
  const lookAlike = ambiguous.get(ambiguityKey(written, tongue));
  const name: Name = {
    folded,
    written,
    language: tongue,
    form: tongue === 'vi' ? toneForm(written) : null,
    unit,
    strong: unit.kind !== 'commune' && lookAlike === undefined,
    needsParent: /^\D+ \d+$/.test(written) && /^\d+$/.test(bareName(unit.name)),
    ...(lookAlike === undefined ? {} : { lookAlike }),
    ...(lookAlike === undefined && ambiguous.has(ambiguityKey(capitalised(written), tongue)) ? { small: true } : {}),
  };
  const joined = folded.replaceAll(' ', '');
  const joins =
    name.strong && tongue === 'vi' && /^[a-z' ]+$/.test(folded) && /^\S+ \S+$/.test(folded) && joined.length > 5;
  if (joins) return [name, { ...name, folded: joined, written: joinCapitals(written), language: 'en', form: null }];
  const stem = tongue === 'ru' ? RUSSIAN_STEM.exec(written)?.[1] : undefined;
  return stem === undefined ? [name] : [name, { ...name, folded: fold(stem), written: stem, declines: true }];
}

/** Russian declines these by changing the last letter: "Чавинь", "в Чавине"; the endings themselves are known to the search. */
const RUSSIAN_STEM = /^(.*\p{L}{3})[ьйая]$/u;

function joinCapitals(written: string): string {
  const joined = written.replaceAll(' ', '').toLowerCase();
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}

function capitalised(written: string): string {
  return written.charAt(0).toUpperCase() + written.slice(1);
}

function ambiguityKey(text: string, language: string): string {
  return `${language === 'zh-hant' ? 'zh' : language} ${text.normalize('NFC')}`;
}

function dropRepeats(names: readonly Name[]): Name[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    // Spellings that differ in capitals alone are two: "Non Nuoc" and "Non nuoc".
    const key = `${name.language} ${name.form ?? ''} ${name.folded} ${name.written.replaceAll(/\P{Lu}+/gu, '-')}`;
    if (name.folded === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Whether the spelling is written in a script without capital letters. */
export function isCaseless(written: string): boolean {
  return !['latin', 'cyrillic'].includes(scriptOf(written.charAt(0)));
}
