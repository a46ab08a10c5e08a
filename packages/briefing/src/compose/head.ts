import type { IssuingOffice } from '@lamro/domain';
import { dayOf, documentWords } from '@lamro/wording';
import { padded } from '../text/number.ts';

/** Where a hand fills in what the machine does not know. */
const OPEN = '\u00A0'.repeat(8);
const OPEN_DAY = '\u00A0'.repeat(4);

/**
 * Number and symbol: `Số: 05/BC-SNgV`; a công văn (`type` null) has no letters for its type.
 *
 * @param number null leaves an open place
 */
export function numberLine(number: number | null, type: string | null, office: Pick<IssuingOffice, 'symbol'>): string {
  const letters = type === null ? office.symbol : `${type}-${office.symbol}`;
  return documentWords.number(number === null ? OPEN : padded(number), `/${letters}`);
}

/** Place and date: days under 10 and the months 1 and 2 take a leading 0; an open day for a draft. */
export function placeDateLine(place: string, at: Date | null, drawnUpAt: Date): string {
  const [year = '', month = '', day = ''] = dayOf(at ?? drawnUpAt).split('-');
  if (at === null) return documentWords.placeDate(place, OPEN_DAY, OPEN_DAY, year);
  return documentWords.placeDate(place, day, Number(month) <= 2 ? month : String(Number(month)), year);
}

/** The signer's post in capitals, and "Nơi nhận" with its last line for the file. */
export function recipientLines(others: readonly string[], office: Pick<IssuingOffice, 'symbol'>): string[] {
  return [...others, documentWords.file(office.symbol)];
}
