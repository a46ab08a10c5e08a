import type { Tongue } from '../outlet/outlet.ts';

const DAY = 86_400_000;

const monthNames: Partial<Record<Tongue, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
};

/** A moment as an ISO text in the outlet's own offset, to the second: `2026-11-20T08:15:00+07:00`. */
export function inOffset(moment: Date, offset: string): string {
  return new Date(moment.getTime() + minutesOf(offset) * 60_000).toISOString().slice(0, 19) + offset;
}

/** A moment in RFC 822 form with the outlet's offset, as RSS 2.0 wants it. */
export function rfc822(moment: Date, offset: string): string {
  const local = new Date(moment.getTime() + minutesOf(offset) * 60_000).toUTCString();
  return local.replace('GMT', offset.replace(':', ''));
}

/** A published time as the language's press prints it: `21/11/2026, 07:04`, `20 November 2026, 16:16`, `2026年11月20日 16:16`. */
export function printedTime(moment: Date, offset: string, tongue: Tongue): string {
  const day = wordedDate(dateParts(moment, offset), tongue, true);
  const clock = inOffset(moment, offset).slice(11, 16);
  if (tongue === 'fr') return `${day} à ${clock.replace(':', 'h')}`;
  return tongue === 'vi' || tongue === 'en' || tongue === 'ru' ? `${day}, ${clock}` : `${day} ${clock}`;
}

/** Year, month and day of a moment at an offset, padded: `['2026', '11', '05']`. */
export function dateParts(moment: Date, offset: string): [string, string, string] {
  const [year = '', month = '', day = ''] = inOffset(moment, offset).slice(0, 10).split('-');
  return [year, month, day];
}

/**
 * The words of time that manuscripts may use, all relative to `now` in Vietnam: `date:-3`, `fulldate:-400`, `Y`, `Y-1`,
 * `ytd.n`, `ytd.nn`, `ytd.y` (months completed this year), `iso:-40`. Returns undefined for any other word.
 */
export function timeWord(word: string, now: Date, tongue: Tongue): string | undefined {
  const [name = '', shift = '0'] = word.split(':');
  if (name === 'date' || name === 'fulldate' || name === 'iso') {
    const parts = dateParts(new Date(now.getTime() + Number(shift) * DAY), '+07:00');
    return name === 'iso' ? parts.join('-') : wordedDate(parts, tongue, name === 'fulldate');
  }
  const [year, month] = dateParts(now, '+07:00');
  const completed = Number(month) === 1 ? 12 : Number(month) - 1;
  const completedYear = Number(month) === 1 ? Number(year) - 1 : Number(year);
  if (word === 'ytd.n') return String(completed);
  if (word === 'ytd.nn') return String(completed).padStart(2, '0');
  if (word === 'ytd.y') return String(completedYear);
  const back = /^Y(?:-(\d+))?$/.exec(word);
  return back ? String(completedYear - Number(back[1] ?? 0)) : undefined;
}

function wordedDate([year, month, day]: [string, string, string], tongue: Tongue, withYear: boolean): string {
  const [monthNumber, dayNumber] = [Number(month), Number(day)];
  switch (tongue) {
    case 'vi':
      return withYear ? `${dayNumber}/${monthNumber}/${year}` : `${dayNumber}/${monthNumber}`;
    case 'zh':
    case 'zh-Hant':
    case 'ja':
      return `${withYear ? `${year}年` : ''}${monthNumber}月${dayNumber}日`;
    case 'ko':
      return `${withYear ? `${year}년 ` : ''}${monthNumber}월 ${dayNumber}일`;
    case 'en':
    case 'fr':
    case 'ru': {
      const name = monthNames[tongue]?.[monthNumber - 1] ?? month;
      const worded = `${tongue === 'fr' && dayNumber === 1 ? '1er' : dayNumber} ${name}`;
      return withYear ? `${worded} ${year}` : worded;
    }
  }
}

function minutesOf(offset: string): number {
  const sign = offset.startsWith('-') ? -1 : 1;
  return sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6)));
}
