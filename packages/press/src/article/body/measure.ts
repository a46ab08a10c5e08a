import type { Element } from 'domhandler';
import { isElement } from '../../markup/node.ts';
import { BODY_NAMES } from './names.ts';

/** How the text below an element is made up, in characters. */
export interface Measure {
  /** Running text: outside links, in stretches of a sentence or more. */
  prose: number;
  chars: number;
  linkChars: number;
  /** Links that are or hold a heading. */
  headlineLinks: number;
  pictures: number;
  /** The largest element below (or this one) that calls itself the body of an article, and its running text. */
  body: Element | null;
  bodyProse: number;
}

/** Elements that never hold running text of an article. */
export const NEVER_TEXT: ReadonlySet<string> = new Set(
  'script style noscript template svg canvas iframe object embed input select textarea audio video map math datalist progress meter applet head option'.split(
    ' ',
  ),
);

const INLINE = new Set(
  'a b i em strong span u s small big sub sup font abbr cite code q mark time ins del bdi bdo wbr'.split(' '),
);
const PICTURES = new Set(['img', 'picture', 'figure']);
const PROSE = 80;

/** Measures every element below a root that holds running text or headlines, in one walk. Depth is bounded by the nesting check before parsing. */
export function measurePage(root: Element): Map<Element, Measure> {
  const measures = new Map<Element, Measure>();
  measure(root, measures, false, false);
  return measures;
}

function measure(element: Element, measures: Map<Element, Measure>, inLink: boolean, inHeading: boolean): Measure {
  const own: Measure = {
    prose: 0,
    chars: 0,
    linkChars: 0,
    headlineLinks: 0,
    pictures: PICTURES.has(element.name) ? 1 : 0,
    body: null,
    bodyProse: 0,
  };
  const isLink = element.name === 'a';
  const isHeading = isHeadingName(element.name);
  if (isLink ? inHeading || isTitled(element) : isHeading && inLink) own.headlineLinks = 1;
  let direct = 0;
  for (const node of element.children) {
    if (node.type === 'text') direct += lengthOf(node.data);
    else if (isElement(node) && !NEVER_TEXT.has(node.name)) {
      const inner = measure(node, measures, inLink || isLink, inHeading || isHeading);
      own.chars += inner.chars;
      own.linkChars += inner.linkChars;
      own.headlineLinks += inner.headlineLinks;
      own.pictures += inner.pictures;
      if (inner.bodyProse > own.bodyProse) [own.body, own.bodyProse] = [inner.body, inner.bodyProse];
      if (node.name === 'a') continue;
      if (INLINE.has(node.name)) {
        direct += inner.prose;
        own.chars -= inner.prose;
      } else own.prose += inner.prose;
    }
  }
  own.chars += direct;
  if (isLink) own.linkChars = own.chars;
  if (INLINE.has(element.name) || direct >= PROSE) own.prose += direct;
  if (own.prose > 200 && isNamedBody(element)) [own.body, own.bodyProse] = [element, own.prose];
  if (own.prose > 0 || own.headlineLinks > 0) measures.set(element, own);
  return own;
}

function isTitled(element: Element): boolean {
  return /title|headline|heading/i.test(element.attribs['class'] ?? '');
}

function isNamedBody(element: Element): boolean {
  const { class: className = '', id = '', itemprop = '' } = element.attribs;
  return itemprop === 'articleBody' || BODY_NAMES.test(`${className} ${id}`.slice(0, 300));
}

function lengthOf(text: string): number {
  return text.length > 2 ? text.trim().length : 0;
}

function isHeadingName(name: string): boolean {
  return name.length === 2 && name.charCodeAt(0) === 0x68 && name.charCodeAt(1) >= 0x31 && name.charCodeAt(1) <= 0x36;
}
