import type { Gazetteer, OfficialRecord } from '@lamro/domain';

const inside = { era: 'both', parent: '01', successor: null } as const;

/** An invented province, so that no case leans on a real gazetteer. */
export const gazetteer: Gazetteer = {
  profile: 'thai-binh',
  units: [
    {
      code: '01',
      name: 'Tỉnh Bắc Lâm',
      kind: 'province',
      era: 'both',
      parent: null,
      successor: null,
      names: {
        en: ['Bac Lam province', 'Bac Lam'],
        zh: ['北林省', '北林'],
        ja: ['バクラム省', 'バクラム'],
        ko: ['박럼성', '박럼'],
        fr: ['province de Bac Lam', 'Bac Lam'],
        ru: ['провинция Баклам', 'провинции Баклам', 'Баклам', 'Бакламе'],
      },
    },
    {
      ...inside,
      code: '02',
      name: 'Huyện Sông Trắng',
      kind: 'district',
      names: {
        en: ['Song Trang'],
        zh: ['白江县'],
        ja: ['ソンチャン県'],
        ko: ['송짱현'],
        fr: ['Song Trang'],
        ru: ['Шончанг'],
      },
    },
    {
      ...inside,
      code: '03',
      name: 'Huyện Đồi Sim',
      kind: 'district',
      names: {
        en: ['Doi Sim'],
        zh: ['桃金县'],
        ja: ['ドイシム県'],
        ko: ['도이심현'],
        fr: ['Doi Sim'],
        ru: ['Дойсим', 'Дойсиме'],
      },
    },
    {
      ...inside,
      code: '04',
      name: 'Xã Phù An',
      kind: 'commune',
      names: {
        en: ['Phu An'],
        zh: ['富安乡'],
        ja: ['フーアン村'],
        ko: ['푸안'],
        fr: ['Phu An'],
        ru: ['Фуан', 'Фуане'],
      },
    },
    {
      ...inside,
      code: '05',
      name: 'Khu công nghiệp Bến Gỗ',
      kind: 'zone',
      names: {
        en: ['Ben Go'],
        zh: ['木埠工业区'],
        ja: ['ベンゴー工業団地'],
        ko: ['벤고 산업단지'],
        fr: ['Ben Go'],
        ru: ['Бенго'],
      },
    },
    {
      ...inside,
      code: '06',
      name: 'Bãi biển Mũi Sậy',
      kind: 'landmark',
      names: { en: ['Mui Say'], zh: ['芦角'], ja: ['ムイサイ'], ko: ['무이사이'], fr: ['Mui Say'], ru: ['Муйсай'] },
    },
  ],
  lookAlikes: [],
  context: { vi: ['Việt Nam'], en: ['Vietnam'] },
};

type Stated = Partial<OfficialRecord> & Pick<OfficialRecord, 'id' | 'text'>;

function official(kind: OfficialRecord['kind'], record: Stated): OfficialRecord {
  return { kind, documentNumber: '18/BC', source: 'UBND tỉnh', sourceUrl: 'https://records.example/18', ...record };
}

export function figure(
  id: string,
  text: string,
  [indicator, value, unit]: readonly [string, number, string],
  more: Partial<OfficialRecord> = {},
): OfficialRecord {
  return official('figure', { id, text, indicator, value, unit, ...more });
}

export function statement(id: string, text: string, more: Partial<OfficialRecord> = {}): OfficialRecord {
  return official('statement', { id, text, ...more });
}

export function clarification(id: string, text: string, more: Partial<OfficialRecord> = {}): OfficialRecord {
  return official('clarification', { id, text, ...more });
}
