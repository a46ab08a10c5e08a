import type { Proposition } from '../claims/proposition.ts';
import type { Figure } from '../figures/figure.ts';
import type { Period } from '../figures/period.ts';
import { plainText } from '../figures/plain.ts';

/** Words between the verb of a change and its amount, which hedge the amount. */
const HEDGES =
  '(?:\\s*(?:thêm|mạnh|nhẹ|gần|hơn|khoảng|some|about|around|nearly|almost|over|more than|près|plus|environ|quelque|почти|около|более|近|约|約|超过|超過|了|อีก|กว่า|มากกว่า|เกือบ|ราว|ประมาณ|ជាង|ជិត|ប្រហែល|ប្រមាណ|ອີກ|ກວ່າ|ຫຼາຍກວ່າ|ເກືອບ|ປະມານ))*\\s*';

/** What stands before the amount of a rise and of a fall: "tăng thêm", "fell by", "en baisse de", "вырос на", "减少了". */
const BEFORE: readonly [1 | -1, RegExp][] = [
  [1, before('tăng|nhích|nhiều hơn')],
  [-1, before('(?:giảm|sụt|hụt|rớt|tụt|ít hơn|thấp hơn|kém)(?: (?:cùng kỳ|năm ngoái|năm trước))?')],
  [
    1,
    before(
      '(?:rose|rises?|rising|grew|grown|increas\\p{L}*|climb\\p{L}*|jump\\p{L}*|gain\\p{L}*|surg\\p{L}*|up)(?: by| of)?',
    ),
  ],
  [
    -1,
    before(
      '(?:fell|falls?|fallen|falling|drop\\p{L}*|declin\\p{L}*|decreas\\p{L}*|slid|plung\\p{L}*|shrank|down)(?: by| of)?',
    ),
  ],
  [1, before("(?:hausse|augment\\p{L}*|progress\\p{L}*|grimp\\p{L}*|bond\\p{L}*) (?:de|d['’])")],
  [-1, before("(?:baiss\\p{L}*|recul\\p{L}*|diminu\\p{L}*|chut\\p{L}*) (?:de|d['’])")],
  [1, before('(?:вырос\\p{L}*|рост\\p{L}*|увелич\\p{L}*|прибав\\p{L}*|подорож\\p{L}*|повыс\\p{L}*) на')],
  [-1, before('(?:сниз\\p{L}*|сократ\\p{L}*|упал\\p{L}*|уменьш\\p{L}*|подешев\\p{L}*|просел\\p{L}*) на')],
  [1, new RegExp(`(?:增加|增长|增長|上升|上涨|上漲|多|增|涨|漲)${HEDGES}$`, 'u')],
  [-1, new RegExp(`(?:减少|減少|下降|下跌|少|减|減|跌|降)${HEDGES}$`, 'u')],
  [1, new RegExp(`(?:เพิ่มขึ้น|เพิ่ม|สูงขึ้น|ขยายตัว|เติบโต|កើនឡើង|កើន|ຂະຫຍາຍຕົວ|ເພີ່ມຂຶ້ນ|ເພີ່ມ)${HEDGES}$`, 'u')],
  [-1, new RegExp(`(?:ลดลง|ลด|หดตัว|ថយចុះ|ធ្លាក់ចុះ|ຫຼຸດລົງ|ຫຼຸດ|ຫລຸດລົງ|ຫລຸດ)${HEDGES}$`, 'u')],
];

/** What follows the amount: "9人増", "9명 줄었다", "nine fewer", "9 de moins", "на 9 меньше". */
const AFTER: readonly [1 | -1, RegExp][] = [
  [1, /^(?:の)?(?:増|上回|上昇|値上がり|高く|多く|多い)/u],
  [-1, /^(?:の)?(?:減|下回|下落|低下|値下がり|安く|少なく|少ない)/u],
  [1, /^\s?(?:이|가)?\s?(?:더 )?(?:늘|증가|상승|올라|올랐|많)/u],
  [-1, /^\s?(?:이|가)?\s?(?:줄|감소|하락|내려|내렸|떨어|적)/u],
  [1, /^ (?:more|higher) than|^ above last|^ (?:\p{L}+ )?de plus(?! de)|^ (?:\p{L}+ )?больше/u],
  [
    -1,
    /^ (?:fewer|less|lower) than|^ below last|^ below (?:the )?(?:same|previous)|^ (?:\p{L}+ )?de moins|^ (?:\p{L}+ )?меньше/u,
  ],
];

function before(verbs: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${verbs})${HEDGES}$`, 'u');
}

/**
 * Which way something changed by a figure: 1 up, -1 down. Null where the figure is a level or where nothing says that it is the
 * amount of a change: "tăng 15 vụ" is one, "tăng lên 142 vụ" is none.
 */
export function changeBy({ quote }: Proposition, figure: Pick<Figure, 'start' | 'end'>): 1 | -1 | null {
  const plain = plainText(quote);
  const head = plain.slice(Math.max(0, figure.start - 40), figure.start);
  const tail = plain.slice(figure.end, figure.end + 16);
  const found =
    AFTER.find(([, pattern]) => pattern.test(tail)) ?? BEFORE.find(([, pattern]) => head !== '' && pattern.test(head));
  return found?.[0] ?? null;
}

/** Characters before a period in which what leads to it stands; a longer text would only be slow to read. */
const LONGEST_LEAD = 120;
/** What leads to the period that a figure is compared with. */
const LEADS =
  /(?:so với|compared (?:with|to|against)|than in|versus|vs\.?|against|par rapport à|contre|по сравнению с|против|比|较|較|与|與)\s*(?:cùng kỳ|cuối|hồi|the|same|period|months?|of|in|end|la|le|même|période|de|du|fin|концом|тем же|аналогичным|периодом|года)*\s*(?:của|d['’])?\s*$|(?:เทียบกับ|เทียบ|จาก|ធៀបនឹង|ធៀបទៅនឹង|ທຽບໃສ່|ທຽບກັບ|ທຽບ)\s?(?:ช่วงเดียวกัน|រយៈពេលដូចគ្នា|ໄລຍະດຽວກັນ)?\s?(?:ของ|នៃ|ຂອງ)?\s?$/u;
const SAME_TIME =
  /(?:cùng kỳ(?: của)?(?: năm)?|the same (?:period|months|stretch|time|quarter|month)(?: of| in| a)?|(?:la )?même période (?:de|en)|того же периода|аналогичного периода|같은 기간|ช่วงเดียวกัน(?:ของ)?|រយៈពេលដូចគ្នា(?:នៃ)?|ໄລຍະດຽວກັນ(?:ຂອງ)?)\s*$/u;
const FOLLOWS = /^\s?(?:同期|年同期|相比|比で|に比べ|と比べ|より|보다|대비|와 비교|과 비교|동기|같은 기간)/u;
const ITSELF = /同期|前年|전년/u;

/** Offset at which a sentence turns to a period that it only compares with; null where the period is its own. */
export function comparedFrom({ quote }: Proposition, { start, end }: Period): number | null {
  const plain = plainText(quote);
  const from = Math.max(0, start - LONGEST_LEAD);
  const head = plain.slice(from, start);
  const lead = LEADS.exec(head) ?? SAME_TIME.exec(head);
  if (lead !== null) return from + lead.index;
  return FOLLOWS.test(plain.slice(end)) || ITSELF.test(plain.slice(start, end)) ? start : null;
}
