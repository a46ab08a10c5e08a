import { documentWords } from '@lamro/wording';
import {
  Document,
  Header,
  type ISectionOptions,
  NumberFormat,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import type { Annex, OfficialDocument } from '../document/document.ts';
import { PAGE } from '../document/measures.ts';
import { docxBlock } from './block.ts';
import { blank, capitals, footTable, headTable, line, titleBlock } from './head.ts';
import { STYLES } from './styles.ts';
import { twips } from './unit.ts';

/**
 * An administrative document as DOCX in the layout of Nghị định 30/2020/NĐ-CP.
 *
 * @example await writeFile('bao-cao.docx', await renderDocx(composeBriefing(briefing)))
 */
export async function renderDocx(document: OfficialDocument): Promise<Uint8Array> {
  const file = new Document({
    title: document.title,
    creator: document.office.body,
    lastModifiedBy: document.office.body,
    description: document.subject,
    styles: STYLES,
    features: { updateFields: false },
    sections: [
      section([
        headTable(document),
        ...titleBlock(document),
        ...document.body.flatMap(docxBlock),
        blank(),
        footTable(document),
      ]),
      ...document.annexes.map((annex) => section(annexParts(document, annex))),
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function annexParts(document: OfficialDocument, annex: Annex): ISectionOptions['children'] {
  const [date = ''] = document.placeDate.split(', ').slice(1);
  return [
    line('PhuLuc', documentWords.annex(annex.number)),
    line('TenPhuLuc', capitals(annex.title)),
    line('DiaDanhNgayThang', documentWords.annexOf(`${document.title}, ${document.number}, ${date}`)),
    blank(),
    ...annex.blocks.flatMap(docxBlock),
  ];
}

/** A4 upright; pages are numbered above the text, from the second page on, each section from 1. */
function section(children: ISectionOptions['children']): ISectionOptions {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        size: { width: twips(PAGE.width), height: twips(PAGE.height) },
        margin: {
          top: twips(PAGE.top),
          bottom: twips(PAGE.bottom),
          left: twips(PAGE.left),
          right: twips(PAGE.right),
          header: twips(PAGE.header),
          footer: twips(PAGE.header),
        },
        pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL },
      },
    },
    headers: {
      first: new Header({ children: [new Paragraph({ style: 'SoTrang' })] }),
      default: new Header({
        children: [new Paragraph({ style: 'SoTrang', children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
      }),
    },
    children,
  };
}
