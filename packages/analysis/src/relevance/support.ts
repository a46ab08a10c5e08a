import { kindWordsBeside } from '../places/choose.ts';
import { namesOtherProvince, PROVINCES } from '../places/provinces.ts';
import { fold, hasDiacritics } from '../text/fold.ts';
import { scriptOf } from '../text/script.ts';
import { LOCATIVE } from './decision.ts';
import type { NameHit, Reading } from './hits.ts';
import { isCaseless, type Name } from './names.ts';
import { readsLikePlace } from './surroundings.ts';

/** A text and what is known of it when its names are weighed. */
export interface Scene {
  readonly reading: Reading;
  /** Whether the text or its outlet is of the country. */
  readonly country: boolean;
  /** Folded names of the province itself. */
  readonly ownProvinces: ReadonlySet<string>;
}

/**
 * Hits that count: those that count alone, and beside one of them the ambiguous ones that it supports. Where none counts
 * alone, two ambiguous names of the province that are each meant as places stand for one another.
 */
export function acceptHits(hits: readonly NameHit[], scene: Scene): NameHit[] {
  const alone = new Set(hits.filter((hit) => hit.names.some((name) => countsAlone(name, hit, scene))));
  const anchors = alone.size > 0 ? alone : new Set(inCompany(hits, scene));
  return hits.filter((hit) => anchors.has(hit) || (anchors.size > 0 && isSupported(hit, hits, scene)));
}

function countsAlone(name: Name, hit: NameHit, scene: Scene): boolean {
  const { reading, country } = scene;
  if (name.unit.kind === 'commune' || name.derived) return false;
  const supported = country || isLocated(hit, reading);
  const distinct = name.unit.kind === 'province' || name.language !== 'vi';
  if (!name.strong) {
    if (distinct && (supported || isForeignPlace(name, hit, reading))) return true;
    return lacksOtherCompany(name, reading) || isMeantAsPlace(name, hit, scene);
  }
  const unmarked = name.form !== null && hasDiacritics(name.written) && !hasDiacritics(hit.written);
  if (!unmarked) return !reading.lowerCase || supported || isCaseless(name.written);
  return reading.vietnamese || supported || isForeignPlace(name, hit, reading);
}

/** A province named in Latin script by a text that is not Vietnamese. */
function isForeignPlace(name: Name, hit: NameHit, reading: Reading): boolean {
  if (reading.vietnamese || reading.lowerCase || isCaseless(hit.written)) return false;
  return name.unit.kind === 'province' && readsLikePlace(hit, reading);
}

/** None of the words is there without which nobody writes about the look-alike: "海防" where nothing is military. */
function lacksOtherCompany({ lookAlike, language }: Name, { folded, language: read }: Reading): boolean {
  const company = lookAlike?.company;
  return company !== undefined && language === read && !company.some((word) => folded.text.includes(fold(word)));
}

const PLACES = new Set(['district', 'landmark', 'zone', 'port', 'island', 'border-gate']);

/**
 * A name that is also a person's or a thing's, written as a place of this country, in a text that names no other province:
 * "ở Vũ Thư", "người Cầu Ngang"; in a foreign text also "braquage de Vu Thu" beside a word of provincial office.
 */
function isMeantAsPlace(name: Name, hit: NameHit, scene: Scene): boolean {
  const { reading, country } = scene;
  if (!country || name.language !== 'vi' || name.lookAlike?.place || !PLACES.has(name.unit.kind)) return false;
  const meant = reading.vietnamese
    ? isPlaced(hit, reading)
    : readsLikePlace(hit, reading) &&
      PROVINCIAL.test(reading.folded.text) &&
      (isPlaced(hit, reading) || isOf(hit, reading));
  return meant && !namesOtherProvince(reading.folded, scene.ownProvinces);
}

const PROVINCIAL = /(?<!\p{L})(?:provinc|provinz)/u;

function isOf(hit: NameHit, reading: Reading): boolean {
  return / (?:de|of|von) $/u.test(beside(hit, reading).left);
}

/**
 * People of a place before its name: "người Cầu Quan", "bà con Kiến Xương", "đàn ông Cầu Ngang". Words for one person alone,
 * after which his own name stands, are none of them.
 */
const PEOPLE_OF =
  /(?:^|[^\p{L}])(?:người|dân|bà con|nông dân|ngư dân|diêm dân|thầy cô|phụ huynh|đồng bào|công nhân|tiểu thương|đàn ông|đàn bà|phụ nữ|đất|vùng|xứ|khách)\s$/iu;

/** Written as a place is: after a preposition of place, with the kind word of its unit, or after the people of it. */
function isPlaced(hit: NameHit, reading: Reading): boolean {
  if (isLocated(hit, reading) || hasOwnKindWord(hit, reading)) return true;
  return PEOPLE_OF.test(reading.folded.source.slice(Math.max(0, hit.start - 14), hit.start).normalize('NFC'));
}

function hasOwnKindWord(hit: NameHit, reading: Reading): boolean {
  const { left, right } = beside(hit, reading);
  const kinds = kindWordsBeside(left, right);
  return hit.names.some((name) => kinds.some((kind) => fold(name.unit.name).startsWith(`${kind} `)));
}

/** Ambiguous names of different units none of which would count alone: "ở Đình Vũ ... phường Đông Hải", "林同 ... 保祿". */
function inCompany(hits: readonly NameHit[], { reading, ownProvinces }: Scene): NameHit[] {
  const placed = hits
    .filter(isDeclared)
    .filter((hit) =>
      isCaseless(hit.written)
        ? !isCommune(hit)
        : isPlaced(hit, reading) && !hit.names.every((name) => name.needsParent),
    );
  const words = new Set(placed.map((hit) => fold(hit.written)));
  const caseless = placed.some((hit) => isCaseless(hit.written));
  const meeting = words.size > 1 && placed.some((hit) => !isCommune(hit) && !isPlaceElsewhere(hit));
  return meeting && (caseless || !namesOtherProvince(reading.folded, ownProvinces)) ? placed : [];
}

function isDeclared(hit: NameHit): boolean {
  return hit.names.some((name) => !name.derived);
}

function isCommune(hit: NameHit): boolean {
  return hit.names.every((name) => name.unit.kind === 'commune');
}

function isPlaceElsewhere(hit: NameHit): boolean {
  return hit.names.every((name) => name.lookAlike?.place === true);
}

/** A preposition of place before the name, or its kind word after it, says that a place is meant. */
export function isLocated(hit: NameHit, reading: Reading): boolean {
  const { left, right } = beside(hit, reading);
  if (isCaseless(hit.written)) return false;
  return LOCATIVE.test(left) || /^(?: province| city| district|,? vietnam)(?!\p{L})/u.test(right);
}

const NEAR = 80;

/** Ambiguous names beside an anchor: with their kind word, or next to another name of the province. */
function isSupported(hit: NameHit, hits: readonly NameHit[], { reading, ownProvinces }: Scene): boolean {
  if (hit.names.every((name) => name.needsParent)) return parentFollows(hit, hits);
  if (!isDeclared(hit)) return readsAsPlaceOf(hit, reading, ownProvinces);
  if (hit.names.some((name) => name.unit.kind !== 'commune')) return true;
  const { left, right } = beside(hit, reading);
  const kinds = kindWordsBeside(left, right);
  if (kinds.length === 0 && PROVINCES.has(fold(hit.written))) return false;
  if (kinds.length > 0) return hasOwnKindWord(hit, reading);
  const placed = isLocated(hit, reading) || (!reading.vietnamese && /(?:^| )an? $/.test(left));
  if (placed && !namesOtherProvince(reading.folded, ownProvinces)) return true;
  return hits.some(
    (other) =>
      other !== hit &&
      other.names.some((name) => name.unit.kind !== 'commune') &&
      other.foldedStart >= hit.foldedEnd &&
      /^,? ?\(?[^.;]{0,12}$/.test(reading.folded.text.slice(hit.foldedEnd, other.foldedStart)),
  );
}

const KIND_AFTER: Readonly<Record<string, RegExp>> = {
  zh: /^ ?(?:社|坊|乡|鄉|镇|鎮|县|縣|郡|市|区|區|村|一带|一帶|地区|地區)/u,
  ja: /^ ?(?:社|坊|町|県|郡|市|区|村|街区|地区|地域|周辺)/u,
};
/** Folded, so that й has lost its mark. */
const KIND_BEFORE =
  /(?:раион|общин|коммун|уезд|квартал|город|посел|деревн|порт|зон|завод|комбинат|рудник|шахт|водопад|озер|перевал|мост|рек|остров|больниц|рынк|рынок)\p{L}{0,4} [«"]?$/u;
/** Letters from which a name is too long to be another word by chance. */
const LONG: Readonly<Record<string, number>> = { ja: 5, ru: 7 };

/** A spelling by rule is long enough to be no other word, bears a word of kind, or follows the name of the province. */
function readsAsPlaceOf(hit: NameHit, { folded }: Reading, ownProvinces: ReadonlySet<string>): boolean {
  const left = folded.text.slice(Math.max(0, hit.foldedStart - 16), hit.foldedStart);
  const right = folded.text.slice(hit.foldedEnd, hit.foldedEnd + 4);
  const long = hit.names.some(({ language }) => hit.foldedEnd - hit.foldedStart >= (LONG[language] ?? Infinity));
  if (long || KIND_BEFORE.test(left)) return true;
  if (hit.names.some(({ language }) => KIND_AFTER[language]?.test(right))) return true;
  // "太平沿海" is a coast: in Chinese the province comes with its kind word, elsewhere its bare name will do.
  const chinese = scriptOf(hit.written.charAt(0)) === 'han';
  const before = left.replace(chinese ? /(?:省|市)$/u : /(?:省|市)?(?: |の|・)*$/u, '');
  return !(chinese && before === left) && [...ownProvinces].some((own) => before.endsWith(own));
}

function parentFollows(hit: NameHit, hits: readonly NameHit[]): boolean {
  const parents = new Set(hit.names.map((name) => name.unit.parent));
  return hits.some(
    (other) =>
      other.foldedStart > hit.foldedStart &&
      other.foldedStart - hit.foldedEnd < NEAR / 2 &&
      other.names.some((name) => parents.has(name.unit.code)),
  );
}

/** Folded text left and right of a hit, a word or two. */
export function beside(hit: NameHit, reading: Reading): { left: string; right: string } {
  const { text } = reading.folded;
  return {
    left: text.slice(Math.max(0, hit.foldedStart - 12), hit.foldedStart),
    right: text.slice(hit.foldedEnd, hit.foldedEnd + 12),
  };
}
