import type { Element } from 'domhandler';
import { isElement } from '../../markup/node.ts';
import { type Measure, NEVER_TEXT } from './measure.ts';
import { ASIDE_NAMES, CONSENT_NAMES, MARGINAL_NAMES } from './names.ts';

/** Elements that rarely hold running text. */
const RARELY = new Set('nav footer aside menu dialog form figcaption button label'.split(' '));
/** Elements whose names say nothing: whatever class they bear is about the page, not about them. */
const FRAME = new Set(['html', 'body', 'main', 'article']);
const ROLES =
  /^(?:navigation|complementary|dialog|alertdialog|alert|contentinfo|menu|menubar|toolbar|search|banner|tooltip|tablist)$/;

type Suspicion = 'none' | 'marginal' | 'aside' | 'consent';

/** With this share of the page's running text a part is the article, whatever it is called. */
const OUTWEIGHS: Readonly<Record<Exclude<Suspicion, 'none'>, number>> = { marginal: 0.3, aside: 0.8, consent: 2 };

/** Layout columns are often called "sidebar" or "teaser" with the article, or a piece of it, inside: named bodies of this share save them. */
const BODY_SHARE = 0.4;

/** Tells an element that stands around the article from one within it, knowing how the page's running text is spread. */
export class JunkFilter {
  private readonly measures: ReadonlyMap<Element, Measure>;
  private readonly total: number;
  private readonly labels = new Map<string, Suspicion>();
  private readonly sums = new Map<string, number>();
  private byClass: ReadonlyMap<string, readonly Element[]> | null = null;

  constructor(root: Element, measures: ReadonlyMap<Element, Measure>) {
    this.measures = measures;
    this.total = measures.get(root)?.prose ?? 0;
  }

  /** By tag, role, visibility, class and id, unless too much of the page's running text stands there. */
  readonly isJunk = (element: Element): boolean => {
    if (NEVER_TEXT.has(element.name)) return true;
    if (FRAME.has(element.name)) return false;
    const measure = this.measures.get(element);
    if (measure !== undefined && isTeaser(element, measure)) return true;
    const suspicion = this.suspicionOf(element);
    if (suspicion === 'none' || this.holdsBody(measure)) return false;
    const prose = suspicion === 'marginal' ? this.proseOfName(element) : measure?.prose;
    return this.total === 0 || (prose ?? 0) < this.total * OUTWEIGHS[suspicion];
  };

  private holdsBody(measure: Measure | undefined): boolean {
    if (measure?.body == null) return false;
    return this.proseOfName(measure.body) > this.total * BODY_SHARE;
  }

  /** Running text below all elements of one name and visibility: a body cut in pieces is weighed as a whole. */
  private proseOfName(element: Element): number {
    const { class: className = '' } = element.attribs;
    const hidden = isHidden(element);
    const name = `${element.name} ${className} ${hidden}`;
    const known = this.sums.get(name);
    if (known !== undefined) return known;
    this.byClass ??= groupByClass(this.measures);
    let sum = 0;
    for (const other of this.byClass.get(className) ?? [])
      if (other.name === element.name && isHidden(other) === hidden) sum += this.measures.get(other)?.prose ?? 0;
    this.sums.set(name, sum);
    return sum;
  }

  private suspicionOf(element: Element): Suspicion {
    const named = this.nameSuspicion(element);
    if (named === 'consent') return named;
    if (named === 'aside' || RARELY.has(element.name)) return element.name === 'form' ? 'marginal' : 'aside';
    if (isHidden(element) || ROLES.test(element.attribs['role'] ?? '')) return 'marginal';
    // A paragraph's class is about its looks or its access ("paywall"), seldom about its place.
    return element.name === 'p' && (this.measures.get(element)?.prose ?? 0) > 150 ? 'none' : named;
  }

  private nameSuspicion(element: Element): Suspicion {
    const { class: className = '', id = '' } = element.attribs;
    if (className === '' && id === '') return 'none';
    const label = `${className} ${id}`;
    const before = this.labels.get(label);
    if (before !== undefined) return before;
    const short = splitCamelCase(label.length > 300 ? label.slice(0, 300) : label);
    const suspicion = suspicionOfName(short);
    this.labels.set(label, suspicion);
    return suspicion;
  }
}

function splitCamelCase(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1-$2');
}

function groupByClass(measures: ReadonlyMap<Element, Measure>): Map<string, Element[]> {
  const groups = new Map<string, Element[]>();
  for (const [element, { prose }] of measures) {
    if (prose === 0 || Object.keys(element.attribs).length === 0) continue;
    const name = element.attribs['class'] ?? '';
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [element]);
    else group.push(element);
  }
  return groups;
}

function suspicionOfName(name: string): Suspicion {
  if (CONSENT_NAMES.test(name)) return 'consent';
  if (ASIDE_NAMES.test(name)) return 'aside';
  return MARGINAL_NAMES.test(name) ? 'marginal' : 'none';
}

/** One of a row of like elements, each a linked headline with a picture or a line of text: a list of other articles. */
function isTeaser(element: Element, measure: Measure): boolean {
  if (measure.headlineLinks === 0 || measure.prose > 400 || measure.chars > 700 || element.name === 'p') return false;
  if (measure.linkChars < 20 || measure.linkChars < measure.chars * 0.15) return false;
  return siblingsAlike(element) >= 2;
}

function siblingsAlike(element: Element): number {
  const label = element.attribs['class'] ?? '';
  let alike = 0;
  for (const step of ['prev', 'next'] as const) {
    let node = element[step];
    for (let tries = 0; node !== null && tries < 8; tries++, node = node[step]) {
      if (isElement(node) && node.name === element.name && (node.attribs['class'] ?? '') === label) alike++;
    }
  }
  return alike;
}

export function isHidden(element: Element): boolean {
  const { hidden, style } = element.attribs;
  if (hidden !== undefined || element.attribs['aria-hidden'] === 'true') return true;
  return style !== undefined && /display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden/i.test(style);
}
