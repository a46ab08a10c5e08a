import JSZip from 'jszip';
import { type Content, letterCount, MAX_TEXT } from './content.ts';
import { decodePart, type XmlReading, xmlText } from './xml.ts';

const MAX_PARTS = 3000;

/** Most bytes that all parts together may unfold to. */
const MAX_UNFOLDED = 128 * 1024 * 1024;

const MAIN_TYPE = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
} as const;

/** Parts that run, or that other programs run, when the file is opened. */
const MACRO_PART = /(?:^|\/)(?:vbaproject[^/]*\.bin|vbadata\.xml|macrosheets\/.*|dialogsheets\/.*)$/i;
const ACTIVE_PART = /(?:^|\/)(?:activex\/.*|embeddings\/[^/]*\.(?!docx$|xlsx$|pptx$)[^/.]+|customui\/.*)$/i;
const ACTIVE_TARGET = /Type="[^"]*\/(?:attachedTemplate|oleObject|frame|subDocument)"/;
const DYNAMIC_DATA = /<(?:\w+:)?ddeLink|<(?:\w+:)?instrText[^>]*>\s*DDE(?:AUTO)?\b/i;

/** Parts without words of the document. */
const FURNITURE =
  /(?:^|\/)(?:theme\/.*|styles\w*|settings|webSettings|fontTable|numbering|stylesWithEffects|calcChain)\.xml$/;

const BODY: XmlReading = {
  text: new Set(['t', 'delText', 'oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter']),
  lines: new Set([
    'p',
    'br',
    'cr',
    'tr',
    'si',
    'is',
    'oddHeader',
    'oddFooter',
    'evenHeader',
    'evenFooter',
    'firstHeader',
    'firstFooter',
  ]),
  tabs: new Set(['tab', 'ptab']),
};
const NAMES: XmlReading = {
  text: null,
  lines: new Set(['title', 'subject', 'keywords', 'description', 'category', 'lpwstr']),
  tabs: new Set(),
};

class Refused extends Error {
  readonly reason: Extract<Content, { ok: false }>['reason'];

  constructor(reason: Refused['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Reads all the words of a DOCX or XLSX file: body, headers, footers, notes, comments, deleted text, text boxes, cells,
 * properties. Refuses macros, ActiveX, OLE objects, remote templates and DDE.
 */
export async function readOffice(bytes: Uint8Array, kind: 'docx' | 'xlsx'): Promise<Content> {
  try {
    return await readParts(await openZip(bytes), kind);
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.reason };
    throw error;
  }
}

async function openZip(bytes: Uint8Array): Promise<readonly JSZip.JSZipObject[]> {
  const zip = await JSZip.loadAsync(bytes).catch((error: unknown) => {
    throw new Refused(/encrypted/i.test(String(error)) ? 'encrypted' : 'broken');
  });
  const parts = Object.values(zip.files).filter(({ dir }) => !dir);
  if (parts.length > MAX_PARTS) throw new Refused('too-complex');
  return parts;
}

async function readParts(parts: readonly JSZip.JSZipObject[], kind: 'docx' | 'xlsx'): Promise<Content> {
  const names = parts.map(({ name }) => name);
  if (names.some((name) => MACRO_PART.test(name))) throw new Refused('has-macro');
  if (names.some((name) => ACTIVE_PART.test(name))) throw new Refused('active-content');
  const budget = { left: MAX_UNFOLDED };
  const types = parts.find(({ name }) => name === '[Content_Types].xml');
  if (types === undefined) throw new Refused('extension-lies');
  checkTypes(decodePart(await readPart(types, budget)), kind);
  const texts: string[] = [];
  for (const part of inReadingOrder(parts)) texts.push(partText(part.name, decodePart(await readPart(part, budget))));
  const text = texts.join('\f').slice(0, MAX_TEXT);
  return { ok: true, text, readable: isReadable(names, text) };
}

function checkTypes(types: string, kind: 'docx' | 'xlsx'): void {
  if (/macroEnabled|vbaProject|macrosheet/i.test(types)) throw new Refused('has-macro');
  if (!types.includes(`"${MAIN_TYPE[kind]}"`)) throw new Refused('extension-lies');
}

function inReadingOrder(parts: readonly JSZip.JSZipObject[]): readonly JSZip.JSZipObject[] {
  const rank = ({ name }: JSZip.JSZipObject): number =>
    /header/.test(name) ? 0 : /document|sharedStrings/.test(name) ? 1 : 2;
  return parts
    .filter(({ name }) => /\.(?:xml|rels|vml)$/i.test(name) && !FURNITURE.test(name))
    .sort((a, b) => rank(a) - rank(b));
}

function partText(name: string, xml: string): string {
  if (name.endsWith('.rels')) {
    if (ACTIVE_TARGET.test(xml) && /TargetMode="External"/.test(xml)) throw new Refused('active-content');
    return '';
  }
  if (DYNAMIC_DATA.test(xml)) throw new Refused('active-content');
  if (name.startsWith('docProps/')) return xmlText(xml, NAMES);
  const text = xmlText(xml, BODY);
  // Headers of sheets carry codes for place and font between the words: &C&"Arial,Bold"&14MẬT.
  return /^xl\/\w+sheets\//.test(name) ? text.replace(/&(?:"[^"\n]*"|\d+|[LCRPNDTFAGZBIUSXYEO])/g, '\n') : text;
}

/** Two hundred letters to a picture: below that the pictures are what the file says. */
function isReadable(names: readonly string[], text: string): boolean {
  const pictures = names.filter((name) => /\/media\/[^/]+$/.test(name)).length;
  const embedded = names.some((name) => /(?:^|\/)embeddings\//i.test(name) || /afchunk/i.test(name));
  const letters = letterCount(text);
  return !embedded && letters >= 5 && letters >= pictures * 200;
}

/** Unfolds one part at most as far as the budget of the whole file reaches, whatever the file says about its size. */
function readPart(part: JSZip.JSZipObject, budget: { left: number }): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const chunks: Buffer[] = [];
  const stream = part.nodeStream();
  stream.on('data', (chunk: Buffer) => {
    budget.left -= chunk.length;
    if (budget.left >= 0) return void chunks.push(chunk);
    stream.pause();
    reject(new Refused('too-complex'));
  });
  stream.on('error', () => reject(new Refused('broken')));
  stream.on('end', () => resolve(Buffer.concat(chunks)));
  return promise;
}
