import { dateParts, inOffset } from '../calendar/calendar.ts';
import { type Figures, readFigures } from '../figure/figure.ts';
import type { ChangeManuscript } from '../manuscript/change.ts';
import { readLibrary, readNames, type Shelf } from '../manuscript/library.ts';
import type { Claim, Manuscript } from '../manuscript/manuscript.ts';
import type { RecordManuscript } from '../manuscript/record.ts';
import type { OutletDefinition } from '../outlet/outlet.ts';
import { outletDefinitions } from '../outlet/outlets.ts';
import { fnv1a, randomFor } from '../random/random.ts';
import { fill, type Ink, unmark } from './wording.ts';

const DAY = 86_400_000;

/** An outlet with its name in this edition and the origin where it is served, such as `http://127.0.0.11:8080`. */
export interface Outlet extends OutletDefinition {
  name: string;
  origin: string;
}

export interface Article {
  id: string;
  outlet: Outlet;
  profile: string | null;
  url: string;
  path: string;
  title: string;
  byline: string | null;
  paragraphs: readonly string[];
  publishedAt: Date;
  /** Waits for a `publish` step. */
  held: boolean;
  manuscript: Manuscript;
  claims: readonly (Claim & { quote: string })[];
}

export interface OfficialRecord {
  id: string;
  profile: string;
  kind: RecordManuscript['kind'];
  text: string;
  indicator?: string;
  value?: number;
  unit?: string;
  period?: string;
  validFrom?: string;
  validTo?: string;
  documentNumber: string;
  source: string;
  sourceUrl: string;
  issuedAt: string;
}

export type Change = ChangeManuscript;

/** All that one newsroom serves: everything is fixed by `now`, the seed and the origins. */
export interface Edition {
  now: Date;
  seed: number | undefined;
  outlets: readonly Outlet[];
  articles: readonly Article[];
  records: readonly OfficialRecord[];
  changes: readonly Change[];
}

export interface EditionOptions {
  now: Date;
  /** Changes numbers, outlet names and invented names; without it the texts stand as written. */
  seed?: number | undefined;
  /** Where an outlet is served, by its definition and its place in the list. */
  originOf: (outlet: OutletDefinition, index: number) => string;
}

/** The origin that evaluations use when nothing is served. */
export function plannedOrigin(_outlet: OutletDefinition, index: number): string {
  return `http://127.0.0.${index + 11}:18080`;
}

/** Sets the whole edition: reads the manuscripts, fills their placeholders and dates them. Throws on a faulty manuscript. */
export function composeEdition(options: EditionOptions): Edition {
  const outlets = outletDefinitions.map((definition, index) => ({
    ...definition,
    name: chosen(definition.names, options.seed, `outlet ${definition.id}`),
    origin: options.originOf(definition, index),
  }));
  const shared = {
    now: options.now,
    names: new Map([...readNames()].map(([key, choices]) => [key, chosen(choices, options.seed, `name ${key}`)])),
    outlets: new Map(outlets.map((outlet) => [outlet.id, outlet.name])),
  };
  const library = readLibrary();
  const inks = new Map(
    library.map((shelf) => [shelf, { ...shared, figures: readFigures(shelf.figures, options.seed) }]),
  );
  const byId = new Map(library.flatMap((shelf) => shelf.manuscripts).map((manuscript) => [manuscript.id, manuscript]));
  const each = <T>(take: (shelf: Shelf, ink: Ink) => T[]): T[] => [...inks].flatMap(([shelf, ink]) => take(shelf, ink));
  const articles = each((shelf, ink) => shelf.manuscripts.map((text) => setArticle(whole(text, byId), outlets, ink)));
  return {
    now: options.now,
    seed: options.seed,
    outlets,
    articles: articles.sort((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime() || (a.id < b.id ? -1 : 1)),
    records: each((shelf, ink) => shelf.records.map((text) => setRecord(text, outlets, ink))),
    changes: each((shelf, ink) => shelf.changes.map((change) => setChange(change, articles, ink))),
  };
}

function chosen(choices: readonly string[], seed: number | undefined, purpose: string): string {
  const first = choices[0] ?? '';
  if (seed === undefined || choices.length < 2) return first;
  return choices[1 + Math.floor(randomFor(seed, purpose)() * (choices.length - 1))] ?? first;
}

/** A syndicated copy takes over text, claims and labels of its original; its own header lines win. */
function whole(manuscript: Manuscript, byId: ReadonlyMap<string, Manuscript>): Manuscript {
  if (manuscript.copyOf === undefined) return manuscript;
  const original = byId.get(manuscript.copyOf);
  if (!original) throw new Error(`${manuscript.id} is a copy of ${manuscript.copyOf}, which is not there`);
  const kept = original.paragraphs.slice(0, original.paragraphs.length - manuscript.drop);
  return {
    ...original,
    ...manuscript,
    title: manuscript.title ?? original.title,
    by: manuscript.by,
    story: original.story,
    places: original.places,
    sectors: original.sectors,
    verdict: original.verdict,
    claims: original.claims,
    paragraphs: [...(manuscript.prefix ? [manuscript.prefix] : []), ...kept, ...manuscript.paragraphs],
  };
}

function setArticle(manuscript: Manuscript, outlets: readonly Outlet[], ink: Ink): Article {
  const outlet = outlets.find((candidate) => candidate.id === manuscript.outlet);
  if (!outlet) throw new Error(`${manuscript.id} is written for ${manuscript.outlet}, which is no outlet`);
  const set = (text: string) => unmark(fill(text, ink, outlet.tongue, manuscript.id));
  const title = set(manuscript.title ?? '');
  const paragraphs = manuscript.paragraphs.map(set);
  const quotes = new Map([title, ...paragraphs].flatMap((part) => [...part.quotes]));
  const publishedAt = new Date(Math.floor((ink.now.getTime() - manuscript.age * DAY) / 60_000) * 60_000);
  const path = pathOf(outlet, manuscript.id, title.clean, publishedAt);
  return {
    id: manuscript.id,
    outlet,
    profile: manuscript.profile,
    url: outlet.origin + path,
    path,
    title: title.clean,
    byline: manuscript.by === undefined ? null : fill(manuscript.by, ink, outlet.tongue, manuscript.id),
    paragraphs: paragraphs.map((part) => part.clean),
    publishedAt,
    held: manuscript.held === 'yes',
    manuscript,
    claims: claimsIn(manuscript, quotes),
  };
}

/** A copy may have cut the paragraph of a claim, or told it under another headline; an original may not. */
function claimsIn(manuscript: Manuscript, quotes: ReadonlyMap<string, string>): Article['claims'] {
  return manuscript.claims.flatMap((claim) => {
    const quote = quotes.get(claim.mark);
    if (quote === undefined && manuscript.copyOf === undefined) {
      throw new Error(`${manuscript.id}: claim ${claim.mark} is declared but not marked in the text`);
    }
    return quote === undefined ? [] : [{ ...claim, quote }];
  });
}

function pathOf(outlet: Outlet, id: string, title: string, publishedAt: Date): string {
  const [year, month, day] = dateParts(publishedAt, outlet.offset);
  const number = String(100_000 + (fnv1a(`${outlet.id}/${id}`) % 900_000));
  const parts: Record<string, string> = { slug: slugOf(title) || id, id: number, y: year, m: month, d: day };
  return outlet.path.replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? '');
}

/** A title in the plain letters of an address: accents and marks dropped, at most twelve words. */
function slugOf(title: string): string {
  const plain = title.replaceAll(/[đĐ]/g, 'd').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return (plain.match(/[a-z0-9]+/g) ?? []).slice(0, 12).join('-');
}

function setRecord(manuscript: RecordManuscript, outlets: readonly Outlet[], ink: Ink): OfficialRecord {
  const portal = outlets.find((outlet) => outlet.official === manuscript.profile);
  const issued = new Date(ink.now.getTime() - manuscript.age * DAY);
  const set = (text: string) => fill(text, ink, 'vi', manuscript.id);
  const page = manuscript.kind === 'figure' ? `/so-lieu#${manuscript.id}` : `/thong-bao/${manuscript.id}`;
  return {
    id: manuscript.id,
    profile: manuscript.profile,
    kind: manuscript.kind,
    text: set(manuscript.text),
    ...(manuscript.indicator === undefined ? {} : { indicator: manuscript.indicator }),
    ...(manuscript.value === undefined ? {} : { value: figureOf(manuscript.value, ink.figures, manuscript.id) }),
    ...(manuscript.unit === undefined ? {} : { unit: manuscript.unit }),
    ...(manuscript.period === undefined ? {} : { period: set(manuscript.period) }),
    ...(manuscript.validFrom === undefined ? {} : { validFrom: set(manuscript.validFrom) }),
    ...(manuscript.validTo === undefined ? {} : { validTo: set(manuscript.validTo) }),
    documentNumber: set(manuscript.documentNumber),
    source: manuscript.source,
    sourceUrl: (portal?.origin ?? '') + page,
    issuedAt: inOffset(issued, '+07:00'),
  };
}

function figureOf(key: string, figures: Figures, where: string): number {
  const value = figures.get(key);
  if (value === undefined) throw new Error(`${where}: figure ${key} is in no table`);
  return value;
}

/** Both halves of a replacement are written in the language of the article's outlet. */
function setChange(change: ChangeManuscript, articles: readonly Article[], ink: Ink): Change {
  const article = articles.find((candidate) => candidate.id === change.article);
  if (!article) throw new Error(`Step ${change.step} changes ${change.article}, which is not there`);
  const set = (text: string) => fill(text, ink, article.outlet.tongue, change.step);
  return {
    ...change,
    ...(change.from === undefined ? {} : { from: set(change.from) }),
    ...(change.to === undefined ? {} : { to: set(change.to) }),
    ...(change.note === undefined ? {} : { note: set(change.note) }),
  };
}
