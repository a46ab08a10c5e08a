import { createHash } from 'node:crypto';
import type { IssuingOffice } from '@lamro/domain';
import { documentWords, languageName, packageWords as words } from '@lamro/wording';
import JSZip from 'jszip';
import { numberLine, placeDateLine, recipientLines } from '../compose/head.ts';
import { item, type OfficialDocument, paragraph } from '../document/document.ts';
import { renderDocument } from '../render.ts';

/** What goes to one recipient: the letter, and what was released in each of its languages. */
export interface ClarificationPackage {
  readonly office: IssuingOffice;
  readonly recipient: string;
  /** As cited: "khoản 3 Điều 11 Quy chế (…)". */
  readonly ground: string;
  readonly caseNumber: string;
  readonly texts: readonly { readonly language: string; readonly title: string; readonly body: string }[];
  readonly now: Date;
}

/**
 * A released clarification for one recipient whom the regulation names, as ZIP: a letter, the clarification in each language as Word
 * and PDF, and a list of the files with their SHA-256.
 */
export async function renderPackage(given: ClarificationPackage): Promise<Uint8Array> {
  const files: { name: string; bytes: Uint8Array }[] = [
    { name: '01-cong-van.docx', bytes: await renderDocument(letterOf(given), 'docx') },
  ];
  for (const text of given.texts)
    for (const format of ['docx', 'pdf'] as const)
      files.push({
        name: `02-noi-dung-lam-ro-${text.language}.${format}`,
        bytes: await renderDocument(clarificationOf(given, text), format),
      });
  const zip = new JSZip();
  for (const { name, bytes } of files) zip.file(name, bytes, { date: given.now });
  zip.file('sha256.txt', files.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join(''), { date: given.now });
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

function letterOf({ office, recipient, ground, caseNumber, texts, now }: ClarificationPackage): OfficialDocument {
  const [main] = texts;
  const subject = words.subject(main?.title ?? caseNumber);
  return {
    office,
    number: numberLine(null, null, office),
    placeDate: placeDateLine(office.place, null, now),
    mark: null,
    type: null,
    subject,
    addressees: [recipient],
    body: [
      paragraph(words.ground(ground)),
      paragraph(words.sends(caseNumber)),
      ...texts.map(({ language, title }) => item(words.text(title, languageName(language, 'vi')))),
      paragraph(words.closing),
    ],
    signature: { post: office.signerPost, name: null },
    recipients: recipientLines([documentWords.asAddressed], office),
    annexes: [],
    title: subject,
  };
}

function clarificationOf(
  { office, now }: ClarificationPackage,
  { title, body }: ClarificationPackage['texts'][number],
): OfficialDocument {
  return {
    office,
    number: numberLine(null, words.symbol, office),
    placeDate: placeDateLine(office.place, null, now),
    mark: null,
    type: words.type,
    subject: title,
    addressees: [],
    body: body
      .split(/\n+/)
      .filter((line) => line.trim() !== '')
      .map((line) => paragraph(line)),
    signature: { post: office.signerPost, name: null },
    recipients: recipientLines([], office),
    annexes: [],
    title,
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
