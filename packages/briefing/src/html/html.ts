import { documentWords } from '@lamro/wording';
import { COLOURS } from '../chart/layout.ts';
import { escapeXml } from '../chart/svg.ts';
import type { Block, Cell, Chart, OfficialDocument, Span, Table } from '../document/document.ts';
import { cleanText } from '../text/clean.ts';

const FONT = "font-family:'Times New Roman',Times,serif;color:#000";
const CELL = 'border:1px solid #000;padding:3px 6px;vertical-align:top';

/**
 * An administrative document as HTML for mail: styles stand on the elements and charts are tables, because mail programs drop
 * style sheets and drawings. It loads nothing from anywhere.
 */
export function renderHtml(document: OfficialDocument): string {
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${text(document.title)}</title></head>
<body style="${FONT};font-size:16px;line-height:1.4;max-width:760px;margin:0 auto;padding:16px;background:#fff">
${head(document)}
${title(document)}
${document.body.map(blockHtml).join('\n')}
${foot(document)}
${document.annexes.map((annex) => `<h1 style="font-size:17px;text-align:center">${text(documentWords.annex(annex.number))}<br>${text(annex.title)}</h1>${annex.blocks.map(blockHtml).join('\n')}`).join('\n')}
</body></html>
`;
}

function head(document: OfficialDocument): string {
  const { parentBody, body } = document.office;
  const mark =
    document.mark === null ? '' : `<br><b style="border:1px solid #000;padding:1px 8px">${text(document.mark)}</b>`;
  const about = document.type === null ? `<br>${text(document.subject)}` : '';
  return `<table role="presentation" style="width:100%;border-collapse:collapse;text-align:center;font-size:15px"><tr>
<td style="width:40%;vertical-align:top">${text(parentBody).toLocaleUpperCase('vi')}<br><b>${text(body).toLocaleUpperCase('vi')}</b><br>${text(document.number)}${about}${mark}</td>
<td style="vertical-align:top"><b>${text(documentWords.country)}<br>${text(documentWords.motto)}</b><br><i>${text(document.placeDate)}</i></td>
</tr></table>`;
}

function title(document: OfficialDocument): string {
  const type =
    document.type === null
      ? ''
      : `<h1 style="font-size:18px;text-align:center;margin:20px 0">${text(document.type)}<br>${text(document.subject)}</h1>`;
  const to = document.addressees.map((name) => text(name)).join('; ');
  return to === '' ? type : `${type}<p style="text-align:center">${text(documentWords.to)} ${to}</p>`;
}

function foot(document: OfficialDocument): string {
  const lines = document.recipients.map((name) => `- ${text(name)}`).join('<br>');
  const signer = document.signature.name === null ? '' : `<br><br>${text(document.signature.name)}`;
  return `<table role="presentation" style="width:100%;margin-top:20px"><tr><td style="vertical-align:top;font-size:13px"><b><i>${text(documentWords.recipients)}</i></b><br>${lines}</td>
<td style="vertical-align:top;text-align:center"><b>${text(document.signature.post).toLocaleUpperCase('vi')}${signer}</b></td></tr></table>`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 1}${block.anchor === undefined ? '' : ` id="${text(block.anchor)}"`} style="font-size:16px;margin:16px 0 6px">${text(block.text)}</h${block.level + 1}>`;
    case 'paragraph': {
      const look = block.look === 'note' ? 'font-size:13px;font-style:italic;' : '';
      return `<p style="${look}margin:6px 0;text-align:justify">${block.look === 'item' ? '- ' : ''}${spansHtml(block.spans)}</p>`;
    }
    case 'table':
      return tableHtml(block);
    case 'chart':
      return chartHtml(block);
  }
}

function tableHtml(table: Table): string {
  const cells = (row: readonly Cell[], anchor: string | undefined) =>
    row
      .map(
        (cell, index) =>
          `<td style="${CELL};text-align:${table.align[index] ?? 'left'}"${index === 0 && anchor !== undefined ? ` id="${text(anchor)}"` : ''}>${spansHtml(cell.spans)}</td>`,
      )
      .join('');
  const caption =
    table.caption === null ? '' : `<caption style="font-style:italic;padding:6px">${text(table.caption)}</caption>`;
  return `<table style="width:100%;border-collapse:collapse;font-size:14px;margin:8px 0">${caption}<thead><tr>${table.head.map((name) => `<th scope="col" style="${CELL}">${text(name)}</th>`).join('')}</tr></thead>
<tbody>${table.rows.map((row) => `<tr>${cells(row.cells, row.anchor)}</tr>`).join('\n')}</tbody></table>`;
}

/** Bars as coloured cells, with their numbers beside them. */
function chartHtml(chart: Chart): string {
  const most = Math.max(1, ...chart.bars.map((bar) => bar.values.reduce((sum, value) => sum + value, 0)));
  const colour = (index: number) => COLOURS[index % COLOURS.length] ?? COLOURS[0];
  const block = (index: number, width: number) =>
    `<span style="display:inline-block;height:12px;width:${Math.round(width)}px;background:${colour(index)}"></span>`;
  const legend = chart.series.map((name, index) => `${block(index, 12)} ${text(name)}`).join(' &nbsp; ');
  const rows = chart.bars.map((bar) => {
    const bars = bar.values.map((value, index) => (value === 0 ? '' : block(index, (value / most) * 300))).join('');
    return `<tr><th scope="row" style="text-align:right;font-weight:normal;padding:1px 6px">${text(bar.label)}</th><td style="white-space:nowrap">${bars} ${bar.values.join(' + ')}</td></tr>`;
  });
  return `<table style="font-size:13px;margin:8px auto"><caption style="font-style:italic;padding:6px">${text(chart.title)}<br>${legend}</caption>${rows.join('')}</table>`;
}

function spansHtml(spans: readonly Span[]): string {
  return spans
    .map((span) => {
      const inner = text(span.text, true);
      const bold = span.bold === true ? `<b>${inner}</b>` : inner;
      const look = span.italic === true ? `<i>${bold}</i>` : bold;
      if (span.anchor !== undefined) return `<a href="#${text(span.anchor)}" style="color:#000">${look}</a>`;
      return span.href !== undefined && /^https?:/i.test(span.href)
        ? `<a href="${text(span.href)}" style="color:#000">${look}</a>`
        : look;
    })
    .join('');
}

/** @param ends keeps blanks at both ends, which part a piece from its neighbours */
function text(value: string, ends = false): string {
  const clean = escapeXml(cleanText(value));
  return ends ? `${/^\s/.test(value) ? ' ' : ''}${clean}${/\s$/.test(value) ? ' ' : ''}` : clean;
}
