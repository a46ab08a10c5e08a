import type { Tongue } from '../outlet/outlet.ts';

type Scale = readonly [threshold: number, divisor: number, word: string];

const scales: Record<Tongue, readonly Scale[]> = {
  vi: [
    [1e9, 1e9, ' tỷ'],
    [1e6, 1e6, ' triệu'],
  ],
  en: [
    [1e12, 1e12, ' trillion'],
    [1e9, 1e9, ' billion'],
    [1e6, 1e6, ' million'],
  ],
  zh: [
    [1e12, 1e12, '万亿'],
    [1e8, 1e8, '亿'],
    [1e4, 1e4, '万'],
  ],
  'zh-Hant': [
    [1e12, 1e12, '兆'],
    [1e8, 1e8, '億'],
    [1e4, 1e4, '萬'],
  ],
  ja: [
    [1e12, 1e12, '兆'],
    [1e8, 1e8, '億'],
    [1e4, 1e4, '万'],
  ],
  ko: [
    [1e12, 1e12, '조'],
    [1e8, 1e8, '억'],
    [1e4, 1e4, '만'],
  ],
  fr: [
    [2e9, 1e9, ' milliards'],
    [1e9, 1e9, ' milliard'],
    [2e6, 1e6, ' millions'],
    [1e6, 1e6, ' million'],
  ],
  ru: [
    [1e12, 1e12, ' трлн'],
    [1e9, 1e9, ' млрд'],
    [1e6, 1e6, ' млн'],
  ],
};

/** A number written out as the language's press writes it: 12.400,5 in Vietnamese, 12,400.5 in English, 12 400,5 in French. */
export function plainNumber(value: number, tongue: Tongue): string {
  const [whole = '0', fraction] = String(Number(value.toFixed(3))).split('.');
  const comma = tongue === 'vi' || tongue === 'fr' || tongue === 'ru';
  const group = tongue === 'vi' ? '.' : comma ? '\u00a0' : ',';
  const grouped =
    whole.length > 4 || tongue === 'vi' || tongue === 'en' ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
  return fraction === undefined ? grouped : `${grouped}${comma ? ',' : '.'}${fraction}`;
}

/** A number in the language's large units: 1,2 triệu, 1.2 million, 120万; small ones stay plain. */
export function bigNumber(value: number, tongue: Tongue): string {
  const scale = scales[tongue].find(([threshold]) => value >= threshold);
  return scale ? plainNumber(value / scale[1], tongue) + scale[2] : plainNumber(value, tongue);
}

/** A bound that the press writes as "hơn", "over", "逾": the next lower number of two digits. */
export function lowerBound(value: number): number {
  const step = twoDigitStep(value);
  return tidy((Math.ceil(value / step - 1e-9) - 1) * step);
}

/** A bound that the press writes as "gần", "nearly", "近": the next higher number of two digits. */
export function upperBound(value: number): number {
  const step = twoDigitStep(value);
  return tidy((Math.floor(value / step + 1e-9) + 1) * step);
}

function twoDigitStep(value: number): number {
  return 10 ** (Math.floor(Math.log10(value)) - 1);
}

function tidy(value: number): number {
  return Number(value.toPrecision(6));
}
