import { Bookmark, ExternalHyperlink, InternalHyperlink, type IRunOptions, type ParagraphChild, TextRun } from 'docx';
import type { Span } from '../document/document.ts';
import { FONT } from '../document/measures.ts';
import { cleanText } from '../text/clean.ts';
import { type Script, splitScripts } from '../text/script.ts';

/** Fonts that come with Word for scripts that Times New Roman does not hold, and the language that spelling goes by. */
const FONTS: Readonly<Record<Script, IRunOptions>> = {
  latin: {},
  chinese: eastern('SimSun', 'zh-CN'),
  japanese: eastern('MS Mincho', 'ja-JP'),
  korean: eastern('Batang', 'ko-KR'),
  thai: complex('Leelawadee UI', 'th-TH'),
  lao: complex('Leelawadee UI', 'lo-LA'),
  khmer: complex('Leelawadee UI', 'km-KH'),
  'right-to-left': {
    rightToLeft: true,
    font: { ascii: FONT, hAnsi: FONT, cs: FONT },
    language: { bidirectional: 'ar-SA' },
  },
};

function eastern(font: string, language: string): IRunOptions {
  return { font: { ascii: FONT, hAnsi: FONT, eastAsia: font, cs: FONT }, language: { eastAsia: language } };
}

function complex(font: string, language: string): IRunOptions {
  return { font: { ascii: FONT, hAnsi: FONT, eastAsia: FONT, cs: font }, language: { bidirectional: language } };
}

/** Pieces of text as Word runs, one a script, with their links. */
export function runsOf(spans: readonly Span[], look: IRunOptions = {}): ParagraphChild[] {
  return spans.flatMap((span): ParagraphChild[] => {
    const runs = textRuns(span, look);
    if (runs.length === 0) return [];
    if (span.anchor !== undefined) return [new InternalHyperlink({ anchor: span.anchor, children: runs })];
    if (span.href !== undefined && URL.canParse(span.href))
      return [new ExternalHyperlink({ link: span.href, children: runs })];
    return runs;
  });
}

function textRuns(span: Span, look: IRunOptions): TextRun[] {
  const linked = span.anchor !== undefined || span.href !== undefined;
  const text = spacing(span.text);
  return splitScripts(text).map(
    (run) =>
      new TextRun({
        ...look,
        ...FONTS[run.script],
        ...(span.bold === true ? { bold: true } : {}),
        ...(span.italic === true ? { italics: true } : {}),
        ...(linked ? { style: 'LienKet' } : {}),
        text: run.text,
      }),
  );
}

/** Cleaned, but with the blanks at both ends that part it from its neighbours. */
function spacing(text: string): string {
  const clean = cleanText(text);
  if (clean === '') return text === '' ? '' : ' ';
  // A place left open for a hand to fill in is made of blanks that do not break.
  if (text.includes('\u00A0')) return text;
  return `${/^\s/.test(text) ? ' ' : ''}${clean}${/\s$/.test(text) ? ' ' : ''}`;
}

/** A place that links lead to. */
export function anchored(anchor: string | undefined, children: ParagraphChild[]): ParagraphChild[] {
  return anchor === undefined ? children : [new Bookmark({ id: anchor, children })];
}
