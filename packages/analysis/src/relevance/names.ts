import type { Gazetteer, GazetteerUnit, LookAlike } from '@lamro/domain';
import { PROVINCES } from '../places/provinces.ts';
import { fold, toneForm } from '../text/fold.ts';
import { scriptOf } from '../text/script.ts';
import { transcribe } from '../transcription/transcribe.ts';

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
  /** Spelled by rule, not declared: counts only beside another name of the province, and where it reads like a place. */
  readonly derived?: true;
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
  const declared = gazetteer.units.flatMap((unit) => dropRepeats(namesOf(unit, ambiguous)));
  return [...declared, ...derivedNames(gazetteer, declared)];
}

const TRANSCRIBED = new Set(['district', 'commune', 'landmark', 'zone', 'port', 'river', 'island', 'border-gate']);
/** Words of kind before a landmark's own name. */
const LANDMARK_WORDS =
  /^(?:cửa khẩu|cảng|chùa|hồ|thác|khu (?:công nghiệp|kinh tế|du lịch)|KCN|sân bay|bãi biển|biển|đảo|núi|chợ|cầu|phà|động|hang|đền|đèo|sông|kênh|mỏ|thiếc|bô xít|bệnh viện|cù lao|đầm|vịnh)\s+(?=\p{Lu})/u;

/**
 * Spellings by rule in the scripts that transcribe Vietnamese. One that is declared, or that fits units of different names
 * equally well, says nothing and is left out.
 */
function derivedNames(gazetteer: Gazetteer, declared: readonly Name[]): Name[] {
  const known = new Set([
    ...declared.map(({ folded }) => folded),
    ...gazetteer.lookAlikes.map(({ text }) => fold(text)),
  ]);
  const bySpelling = new Map<string, Name[]>();
  for (const name of gazetteer.units.flatMap(deriveNames)) {
    if (!known.has(name.folded)) bySpelling.set(name.folded, [...(bySpelling.get(name.folded) ?? []), name]);
  }
  return [...bySpelling.values()].flatMap(onlyClear);
}

function deriveNames(unit: GazetteerUnit): Name[] {
  const bare = placeWords(unit);
  if (!TRANSCRIBED.has(unit.kind) || PROVINCES.has(fold(bare))) return [];
  const administrative = unit.kind === 'district' || unit.kind === 'commune';
  const spellings = Object.entries(transcribe(bare)).filter(([language]) => administrative || language !== 'zh');
  return dropRepeats(
    spellings.flatMap(([language, all]) => all.flatMap((written) => spell(unit, { written, language }, new Map()))),
  ).map((name) => ({ ...name, strong: false, derived: true }));
}

function placeWords({ name }: GazetteerUnit): string {
  return bareName(name).replace(LANDMARK_WORDS, '');
}

/** Of units spelled alike the larger, if all of its rank bear one name. */
function onlyClear(names: readonly Name[]): readonly Name[] {
  const larger = names.filter(({ unit }) => unit.kind !== 'commune');
  const meant = larger.length > 0 ? larger : names;
  return new Set(meant.map(({ unit }) => fold(placeWords(unit)))).size === 1 ? meant : [];
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
