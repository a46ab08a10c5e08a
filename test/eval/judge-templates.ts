import type { OfficialRecord, PressItem } from '@lamro/domain';
import { z } from 'zod';
import factsFile from './negative-set/facts.json' with { type: 'json' };
import plainFile from './negative-set/plain.json' with { type: 'json' };
import statementsFile from './negative-set/statements.json' with { type: 'json' };

const factSchema = z.object({
  id: z.string(),
  indicator: z.string(),
  unit: z.string(),
  scale: z.number().default(1),
  value: z.number(),
  record: z.string(),
  period: z.string(),
  told: z.record(z.string(), z.string()),
});
const FACTS = z.array(factSchema).parse(factsFile);
const PLAIN = z.record(z.string(), z.array(z.string())).parse(plainFile);

const sayingSchema = z.object({
  id: z.string(),
  kind: z.enum(['statement', 'clarification']),
  record: z.string(),
  wrong: z.record(z.string(), z.string()),
  fair: z.record(z.string(), z.string()),
});
const SAYINGS = z.array(sayingSchema).parse(statementsFile);

const NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'hai-phong': {
    vi: 'Hải Phòng',
    en: 'Hai Phong, Vietnam,',
    zh: '越南海防市',
    ja: 'ベトナム北部ハイフォン市',
    ko: '베트남 하이퐁시',
    fr: 'Haïphong, au Vietnam',
    ru: 'Хайфон (Вьетнам)',
  },
  'lam-dong': {
    vi: 'tỉnh Lâm Đồng',
    en: "Vietnam's Lam Dong province",
    zh: '越南林同省',
    ja: 'ベトナム・ラムドン省',
    ko: '베트남 럼동성',
    fr: 'la province vietnamienne de Lam Dong',
    ru: 'Ламдонг (Вьетнам)',
  },
  'cao-bang': {
    vi: 'tỉnh Cao Bằng',
    en: "Vietnam's Cao Bang province",
    zh: '越南高平省',
    ja: 'ベトナム・カオバン省',
    ko: '베트남 까오방성',
    fr: 'la province vietnamienne de Cao Bang',
    ru: 'Каобанг (Вьетнам)',
  },
};
const COUNTRIES: Readonly<Record<string, string>> = {
  vi: 'VN',
  en: 'US',
  zh: 'CN',
  ja: 'JP',
  ko: 'KR',
  fr: 'FR',
  ru: 'RU',
};
const LOCALES: Readonly<Record<string, string>> = {
  vi: 'vi-VN',
  en: 'en-US',
  zh: 'zh-CN',
  ja: 'ja-JP',
  ko: 'ko-KR',
  fr: 'fr-FR',
  ru: 'ru-RU',
};

/** An item made from a template; `accurate` says whether it agrees with the record. */
export interface TemplateItem {
  readonly profile: string;
  readonly item: PressItem;
  readonly accurate: boolean;
  readonly withFigure: boolean;
  readonly record: string | null;
}

export function templateRecords(profile: string): OfficialRecord[] {
  const sayings = SAYINGS.map(
    (saying): OfficialRecord => ({
      id: `${profile}-${saying.id}`,
      kind: saying.kind,
      text: saying.record,
      documentNumber: `${saying.id.length}/UBND-TB`,
      source: 'UBND tỉnh',
      sourceUrl: `https://records.example/${saying.id}`,
    }),
  );
  const facts = FACTS.map(
    (fact): OfficialRecord => ({
      id: `${profile}-${fact.id}`,
      kind: 'figure',
      text: fact.record.replace('{n}', fact.value.toLocaleString('vi-VN')),
      indicator: fact.indicator,
      value: fact.value,
      unit: fact.unit,
      period: fact.period,
      documentNumber: `${fact.value}/BC-CTK`,
      source: 'Thống kê tỉnh',
      sourceUrl: `https://records.example/${fact.id}`,
    }),
  );
  return [...facts, ...sayings];
}

/** Bad news that is true, with and without a figure, and the same figures changed by a factor, in seven languages. */
export function templateItems(factors: readonly number[] = [1, 2.3]): TemplateItem[] {
  return Object.entries(NAMES).flatMap(([profile, names]) =>
    Object.entries(names).flatMap(([language, name]) => [
      ...FACTS.flatMap((fact) =>
        factors.map((factor) => ({
          profile,
          item: itemOf(
            `${profile}-${fact.id}-${language}-${factor}`,
            language,
            fill(fact.told[language] ?? '', name, fact.value * factor, fact.scale, language),
          ),
          accurate: factor === 1,
          withFigure: true,
          record: `${profile}-${fact.id}`,
        })),
      ),
      ...SAYINGS.flatMap((saying) => [
        sayingItem(profile, saying.id, language, 'wrong', (saying.wrong[language] ?? '').replaceAll('{P}', name)),
        sayingItem(profile, saying.id, language, 'fair', (saying.fair[language] ?? '').replaceAll('{P}', name)),
      ]),
      ...(PLAIN[language] ?? []).map((text, index) => ({
        profile,
        item: itemOf(`${profile}-plain-${language}-${index}`, language, text.replaceAll('{P}', name)),
        accurate: true,
        withFigure: false,
        record: null,
      })),
    ]),
  );
}

function sayingItem(profile: string, id: string, language: string, side: 'wrong' | 'fair', text: string): TemplateItem {
  return {
    profile,
    item: itemOf(`${profile}-${id}-${language}-${side}`, language, text),
    accurate: side === 'fair',
    withFigure: false,
    record: `${profile}-${id}`,
  };
}

function itemOf(id: string, language: string, text: string): PressItem {
  return {
    id,
    url: `https://${language}.example/${id}`,
    title: '',
    text,
    language,
    publishedAt: '2026-11-18T08:00:00+07:00',
    outletCountry: COUNTRIES[language] ?? 'US',
  };
}

function fill(template: string, name: string, value: number, scale: number, language: string): string {
  const shown = scale === 1 && value > 60 ? Math.round(value) : Math.round(value * 10) / 10;
  const absolute = shown * scale;
  return template
    .replaceAll('{P}', name)
    .replaceAll('{n}', shown.toLocaleString(LOCALES[language]))
    .replaceAll(
      '{zhdong}',
      `${(absolute / 1e12).toLocaleString('en-US', { maximumFractionDigits: 3 })}${language === 'zh' ? '万亿' : '兆'}`,
    )
    .replaceAll('{zhwan}', `${(absolute / 1e4).toLocaleString('en-US')}万`)
    .replaceAll('{kowan}', `${(absolute / 1e4).toLocaleString('en-US')}만`)
    .replaceAll('{kodong}', `${(absolute / 1e12).toLocaleString('en-US', { maximumFractionDigits: 3 })}조`)
    .replaceAll(
      '{zhusd}',
      `${(absolute / 1e8).toLocaleString('en-US', { maximumFractionDigits: 2 })}${language === 'zh' ? '亿' : '億'}`,
    )
    .replaceAll('{kousd}', `${(absolute / 1e8).toLocaleString('en-US', { maximumFractionDigits: 2 })}억`);
}
