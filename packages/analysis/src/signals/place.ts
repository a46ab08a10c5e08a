import type { Gazetteer } from '@lamro/domain';
import { bareName } from '../relevance/names.ts';
import { fold } from '../text/fold.ts';

const LANDMARK_WORDS =
  /^(?:cửa khẩu(?: quốc tế| quốc gia| song phương)?|lối mở|cảng(?: biển)?|chùa|hồ|thác|khu (?:công nghiệp|kinh tế|du lịch|di tích)(?: quốc gia(?: đặc biệt)?)?|sân bay|cảng hàng không|bãi (?:biển|tắm)|đảo|quần đảo|núi|chợ|cầu|động|hang|đền|vườn quốc gia|công viên địa chất)\s+(?=\S)/i;

const PLACES = new Set(['district', 'commune', 'landmark', 'zone', 'port', 'river', 'island', 'border-gate', 'road']);

/**
 * Name under which units meet, by code: a border gate and the commune it lies in share one. Null for the province itself and
 * for what is no place (posts, products, festivals).
 */
export function createPlaceNames(gazetteer: Gazetteer): (code: string) => string | null {
  const names = new Map<string, string>();
  for (const { code, kind, name } of gazetteer.units) {
    if (PLACES.has(kind)) names.set(code, fold(bareName(name).replace(LANDMARK_WORDS, '')));
  }
  return (code) => names.get(code) ?? null;
}

/** Whether one of two places lies in the other or is named after it: a commune in its district, a power plant and its commune. */
export type PlaceKin = (a: string, b: string) => boolean;

const STEPS_UP = 4;

export function createPlaceKin(gazetteer: Gazetteer): PlaceKin {
  const nameOf = createPlaceNames(gazetteer);
  const byCode = new Map(gazetteer.units.map((unit) => [unit.code, unit]));
  const holders = new Map<string, Set<string>>();
  for (const unit of gazetteer.units) {
    const name = nameOf(unit.code);
    let holder = byCode.get(unit.parent ?? unit.successor ?? '');
    for (let step = 0; name !== null && holder !== undefined && step < STEPS_UP; step += 1) {
      const held = nameOf(holder.code);
      if (held !== null) holders.set(name, (holders.get(name) ?? new Set()).add(held));
      holder = byCode.get(holder.parent ?? holder.successor ?? '');
    }
  }
  const contains = (a: string, b: string): boolean => ` ${a} `.includes(` ${b} `);
  return (a, b) =>
    contains(a, b) || contains(b, a) || holders.get(a)?.has(b) === true || holders.get(b)?.has(a) === true;
}
