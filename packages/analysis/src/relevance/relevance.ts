import type { Gazetteer, GazetteerUnit, Mention, Place, PressItem, Relevance } from '@lamro/domain';
import { chooseUnit, inForce, kindWordsBeside, placeOf } from '../places/choose.ts';
import { createAutomaton } from '../text/automaton.ts';
import { fold, foldText } from '../text/fold.ts';
import { isWordCharacter, languageByScript } from '../text/script.ts';
import { decide, isSportReport, weigh } from './decision.ts';
import { createNameFinder, type NameHit, type Reading } from './hits.ts';
import { createDisguiseFinder, type Disguise } from './lookalike.ts';
import { bareName, expandNames } from './names.ts';
import { acceptHits, beside, isLocated } from './support.ts';
import { objectionTo, SHOP_NAME } from './surroundings.ts';

export interface RelevanceResult {
  readonly relevance: Relevance;
  readonly places: Place[];
}

/** Text of an item as all offsets count it. */
export function itemText(item: PressItem): string {
  return `${item.title}\n${item.text}`;
}

/**
 * Builds the test whether an article concerns the province of a gazetteer. Building takes some milliseconds, each article a
 * few; the result is pure and may be kept for the life of the process.
 *
 * Offsets of mentions are UTF-16 code units into `title + "\n" + text`. A name counts when it is spelled like the unit (marks,
 * capitals, word boundaries), is not part of a look-alike wording, nothing beside it speaks against it (street, person, club,
 * another province) and, for names that are ambiguous, something else in the text speaks for it.
 *
 * @example const judge = createRelevance(loadGazetteer('hai-phong')); judge(item).relevance.about
 */
export function createRelevance(gazetteer: Gazetteer): (item: PressItem) => RelevanceResult {
  const names = expandNames(gazetteer);
  const findNames = createNameFinder(names);
  const folded = new Set(names.map((name) => name.folded));
  const findDisguises = createDisguiseFinder(gazetteer.lookAlikes, (text) => folded.has(text));
  const hasCountryWord = createCountryTest(gazetteer);
  const province = provinceOf(gazetteer);
  return (item) => {
    const reading = readItem(item);
    const day = dayOf(item);
    const disguises = findDisguises(reading.folded);
    const named = findNames(reading)
      .map((hit) => onlyInTime(hit, day))
      .filter((hit) => hit !== null)
      .filter((hit) => !isDisguised(hit, disguises));
    const hits = unobjected(named, reading, province.names);
    const country = hasCountryWord(reading.folded.text) || item.outletCountry === 'VN';
    const accepted = acceptHits(hits, { reading, country, ownProvinces: province.names });
    return conclude(accepted, reading, item, day, province.byCode);
  };
}

function readItem(item: PressItem): Reading {
  const source = itemText(item);
  const folded = foldText(source);
  const language = item.language ?? languageByScript(source);
  const vietnamese = language === 'vi' || (language === 'en' && readsVietnamese(folded.text));
  return { folded, language, vietnamese, lowerCase: source === source.toLowerCase() };
}

/** Plain Vietnamese without marks, told by the share of its commonest words. */
function readsVietnamese(folded: string): boolean {
  const words = folded.split(' ').slice(0, 80);
  const common = words.filter((word) => PLAIN_VIETNAMESE.has(word)).length;
  return common >= 2 && common / words.length > 0.08;
}

const PLAIN_VIETNAMESE = new Set(
  'cua khong duoc nguoi nhung trong cac cho va la tai voi mot tinh xa huyen thanh pho dan bi den tu nay do sau khi'.split(
    ' ',
  ),
);

/** Day of the item, ISO; without a time the item is read as of today's units. */
function dayOf(item: PressItem): string {
  return (item.at ?? item.publishedAt ?? '2025-07-01').slice(0, 10);
}

/** Units that came to the province in July 2025 say nothing about it in an earlier article. */
function onlyInTime(hit: NameHit, day: string): NameHit | null {
  const names = hit.names.filter((name) => name.unit.era !== 'since-2025-07' || inForce(name.unit, day));
  return names.length === 0 ? null : { ...hit, names };
}

/** A look-alike wording wins over every name that it touches, unless the name holds all of it. */
function isDisguised(hit: NameHit, disguises: readonly Disguise[]): boolean {
  return disguises.some((disguise) => {
    const apart = disguise.end <= hit.foldedStart || disguise.start >= hit.foldedEnd;
    const longer = hit.foldedEnd - hit.foldedStart > disguise.end - disguise.start;
    const holds = longer && hit.foldedStart <= disguise.start && hit.foldedEnd >= disguise.end;
    return !apart && !holds;
  });
}

/** Hits that nothing speaks against; a name that a business bears is the business's wherever no place is meant. */
function unobjected(hits: readonly NameHit[], reading: Reading, ownProvinces: ReadonlySet<string>): NameHit[] {
  const objections = hits.map((hit) => objectionTo(hit, reading, ownProvinces));
  const joined = (hit: NameHit): string => fold(hit.written).replaceAll(' ', '');
  const shops = new Set(hits.filter((_, at) => objections[at] === SHOP_NAME).map(joined));
  return hits.filter((hit, at) => objections[at] === null && (!shops.has(joined(hit)) || isLocated(hit, reading)));
}

function conclude(
  accepted: readonly NameHit[],
  reading: Reading,
  item: PressItem,
  day: string,
  byCode: ReadonlyMap<string, GazetteerUnit>,
): RelevanceResult {
  const sport = isSportReport(reading);
  const weighed = accepted.map((hit) => weigh(hit, reading, item.title.length, sport));
  const mentions: Mention[] = [];
  const places = new Map<string, Place>();
  for (const entry of weighed) {
    const { left, right } = beside(entry.hit, reading);
    const unit = chooseUnit(unitsOf(entry.hit), kindWordsBeside(left, right), day);
    if (unit === null) continue;
    mentions.push({
      text: entry.hit.written,
      start: entry.hit.start,
      end: entry.hit.end,
      unit: unit.code,
      why: whyOf(unit, entry),
    });
    const place = placeOf(unit, byCode, day);
    if (place !== null) places.set(`${place.code} ${place.name}`, place);
  }
  return { relevance: { ...decide(weighed, item.text.length), mentions }, places: [...places.values()] };
}

function unitsOf(hit: NameHit): GazetteerUnit[] {
  return [...new Set(hit.names.map((name) => name.unit))];
}

const KIND_LABELS: Readonly<Record<GazetteerUnit['kind'], string>> = {
  province: 'tên tỉnh, thành phố',
  district: 'đơn vị cấp huyện',
  commune: 'đơn vị cấp xã',
  landmark: 'địa danh',
  zone: 'khu kinh tế, khu công nghiệp',
  port: 'cảng',
  river: 'sông',
  island: 'đảo',
  'border-gate': 'cửa khẩu',
  road: 'tuyến đường',
  festival: 'lễ hội',
  product: 'sản phẩm',
  post: 'chức danh',
  organisation: 'tổ chức',
};

function whyOf(unit: GazetteerUnit, entry: { inTitle: boolean; locative: boolean; aside: boolean }): string {
  const where = entry.inTitle ? 'trong tiêu đề' : 'trong bài';
  const role = entry.aside ? ', chỉ nhắc qua' : entry.locative ? ', nơi xảy ra' : '';
  return `${KIND_LABELS[unit.kind]} ${unit.name}, ${where}${role}`;
}

function createCountryTest(gazetteer: Gazetteer): (folded: string) => boolean {
  const words = Object.values(gazetteer.context).flat().map(fold);
  const find = createAutomaton(words);
  return (text) =>
    find(text).some(({ start, end }) => !/[a-z]/.test(text.charAt(start)) || isBounded(text, start, end));
}

function isBounded(text: string, start: number, end: number): boolean {
  return (
    !(start > 0 && isWordCharacter(text.charAt(start - 1))) && !(end < text.length && isWordCharacter(text.charAt(end)))
  );
}

function provinceOf(gazetteer: Gazetteer): { names: ReadonlySet<string>; byCode: ReadonlyMap<string, GazetteerUnit> } {
  const provinces = gazetteer.units
    .filter((unit) => unit.kind === 'province')
    .flatMap((unit) => [bareName(unit.name), ...Object.values(unit.names).flat()].map(fold));
  const byCode = new Map<string, GazetteerUnit>();
  for (const unit of gazetteer.units) {
    if (!byCode.has(unit.code) || unit.era !== 'before-2025-07') byCode.set(unit.code, unit);
  }
  return { names: new Set(provinces.flatMap((name) => [name, name.replaceAll(' ', '')])), byCode };
}
